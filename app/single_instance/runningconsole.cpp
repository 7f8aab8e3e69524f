#include "app/single_instance/runningconsole.h"

#include "app/single_instance/socketplaces.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QLocalSocket>
#include <QThread>

using namespace std::chrono_literals;

namespace {

constexpr auto betweenTries = 50ms;
constexpr auto perTry = 500ms;

int left(const QDeadlineTimer &deadline, std::chrono::milliseconds most)
{
    return static_cast<int>(std::min<qint64>(deadline.remainingTime(), most.count()));
}

bool reach(QLocalSocket &socket, const QStringList &places, const QDeadlineTimer &deadline)
{
    for (const QString &place : places) {
        socket.connectToServer(place);
        if (socket.waitForConnected(left(deadline, perTry)))
            return true;
        socket.abort();
    }
    return false;
}

} // namespace

RunningConsole::RunningConsole(QString dataFolder)
    : m_dataFolder(std::move(dataFolder))
{
}

Result<Done> RunningConsole::ask(const StartRequest &request, std::chrono::milliseconds patience) const
{
    const QDeadlineTimer deadline(patience);
    const QString folder = QDir::toNativeSeparators(m_dataFolder);
    const QStringList places = socketPlaces(m_dataFolder);
    QLocalSocket socket;
    while (!places.isEmpty() && !reach(socket, places, deadline) && !deadline.hasExpired())
        QThread::msleep(betweenTries.count());
    if (socket.state() != QLocalSocket::ConnectedState)
        return Error(ErrorKind::FolderInUse,
                     tr("The console is already open on the folder %1. Use that window, or choose another "
                        "folder with --data-dir.")
                         .arg(folder));

    socket.write(request.toLine());
    while (!socket.canReadLine()) {
        if (!socket.waitForReadyRead(left(deadline, patience)))
            return Error(
                ErrorKind::FolderInUse,
                tr("The console is already open on the folder %1, but it does not answer. Wait until "
                   "its window answers again, or end it and start anew.")
                    .arg(folder));
    }
    const QString refusal = QString::fromUtf8(socket.readLine(StartRequest::longestLine)).trimmed();
    if (!refusal.isEmpty())
        return Error(ErrorKind::NotAllowed, refusal);
    return Done{};
}
