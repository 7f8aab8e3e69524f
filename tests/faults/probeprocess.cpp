#include "tests/faults/probeprocess.h"

ProbeProcess::ProbeProcess(const QStringList &arguments, const QByteArray &credential)
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    QObject::connect(&m_process, &QProcess::readyReadStandardOutput, &m_process, [this] { read(); });
    m_process.start(QStringLiteral(CREATE_PROBE), arguments);
    m_process.write(credential + '\n');
}

void ProbeProcess::kill()
{
    m_process.kill();
    m_process.waitForFinished();
    read();
}

bool ProbeProcess::hasSucceeded() const
{
    return isOver() && m_process.exitStatus() == QProcess::NormalExit && m_process.exitCode() == EXIT_SUCCESS;
}

void ProbeProcess::read()
{
    while (m_process.canReadLine())
        m_said.append(m_process.readLine().trimmed());
}
