#pragma once

#include <QByteArrayList>
#include <QProcess>

/// The program create_probe as a child. Lives on a thread whose events are processed.
class ProbeProcess
{
public:
    ProbeProcess(const QStringList &arguments, const QByteArray &credential);
    ~ProbeProcess() { kill(); }

    void click() { m_process.write("click\n"); }
    /// kill -9.
    void kill();

    bool isOver() const { return m_process.state() == QProcess::NotRunning; }
    /// By itself and well.
    bool hasSucceeded() const;

    /// Its lines so far.
    const QByteArrayList &said() const { return m_said; }
    bool hasSaid(const QByteArray &line) const { return m_said.contains(line); }

private:
    void read();

    QProcess m_process;
    QByteArrayList m_said;
};
