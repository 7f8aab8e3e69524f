#pragma once

#include "tests/app/local_api/testclient.h"

#include <QProcess>
#include <QString>
#include <QStringList>

/// The built program apono-local-api as a child, on a free port.
class ServerProcess
{
public:
    /// @p largestFile in units of 1,024 bytes bounds every file that the program writes; 0: no bound.
    explicit ServerProcess(const QString &folder, const QStringList &options = {}, int largestFile = 0);
    ~ServerProcess();

    void write(const QByteArray &input);
    void closeInput() { m_process.closeWriteChannel(); }

    /// Waits for the first line; false when the program ended instead.
    bool waitForAddress();
    bool waitForEnd()
    {
        return m_process.waitForFinished(20'000) || m_process.state() == QProcess::NotRunning;
    }
    void terminate() { m_process.terminate(); }
    /// kill -9.
    void kill();

    quint16 port() const { return m_port; }
    qint64 processId() const { return m_process.processId(); }
    QByteArray firstLine() const { return m_firstLine; }
    /// After the end. -1: it did not end by itself.
    int exitCode();
    QByteArray errors();

private:
    QProcess m_process;
    QByteArray m_firstLine;
    quint16 m_port = 0;
};
