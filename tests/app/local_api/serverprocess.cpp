#include "tests/app/local_api/serverprocess.h"

#include <signal.h>
#include <sys/resource.h>

ServerProcess::ServerProcess(const QString &folder, const QStringList &options, int largestFile)
{
    if (largestFile > 0)
        m_process.setChildProcessModifier([largestFile] {
            const rlim_t size = static_cast<rlim_t>(largestFile) * 1024;
            const rlimit limit{size, size};
            ::setrlimit(RLIMIT_FSIZE, &limit);
            // Otherwise the first write beyond it would end the program.
            ::signal(SIGXFSZ, SIG_IGN);
        });
    m_process.start(QStringLiteral(LOCAL_API_PROGRAM),
                    QStringList{QStringLiteral("--data-dir"), folder} + options);
    m_process.waitForStarted();
}

ServerProcess::~ServerProcess()
{
    kill();
}

void ServerProcess::write(const QByteArray &input)
{
    m_process.write(input);
    m_process.waitForBytesWritten();
}

bool ServerProcess::waitForAddress()
{
    while (!m_process.canReadLine()) {
        if (!m_process.waitForReadyRead(20'000) && !m_process.canReadLine())
            return false;
    }
    m_firstLine = m_process.readLine();
    m_port = m_firstLine.trimmed().split(':').last().toUShort();
    return m_port != 0;
}

void ServerProcess::kill()
{
    m_process.kill();
    m_process.waitForFinished();
}

int ServerProcess::exitCode()
{
    return waitForEnd() && m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
}

QByteArray ServerProcess::errors()
{
    waitForEnd();
    return m_process.readAllStandardError();
}
