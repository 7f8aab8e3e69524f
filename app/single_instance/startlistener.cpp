#include "app/single_instance/startlistener.h"

#include "app/single_instance/socketplaces.h"

#include <QLocalSocket>
#include <QTimer>

#include <algorithm>
#include <chrono>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

using namespace std::chrono_literals;

namespace {

/// A second start says what it wants at once. Whoever does not is sent away.
constexpr auto patience = 5s;
constexpr int mostWaiting = 8;

/// The socket is made for its owner alone. QLocalServer's own option makes it elsewhere and renames it, which
/// takes 15 ms and more on some file systems: a good part of the start.
class OwnerOnly
{
public:
#ifdef Q_OS_UNIX
    OwnerOnly()
        : m_before(::umask(0177))
    {
    }
    ~OwnerOnly()
    {
        ::umask(m_before);
    }

private:
    mode_t m_before;
#endif
};

} // namespace

StartListener::StartListener(Answer answer, QObject *parent)
    : QObject(parent)
    , m_answer(std::move(answer))
{
    m_server.setMaxPendingConnections(mostWaiting);
    connect(&m_server, &QLocalServer::newConnection, this, &StartListener::greet);
}

StartListener::~StartListener() = default;

bool StartListener::listen(const QString &dataFolder)
{
    const QStringList places = socketPlaces(dataFolder);
    return std::any_of(places.begin(), places.end(), [this](const QString &place) {
        QLocalServer::removeServer(place);
        [[maybe_unused]] const OwnerOnly files;
        return m_server.listen(place);
    });
}

void StartListener::greet()
{
    while (QLocalSocket *socket = m_server.nextPendingConnection()) {
        socket->setReadBufferSize(StartRequest::longestLine);
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] { read(socket); });
        QTimer::singleShot(patience, socket, &QLocalSocket::abort);
        read(socket);
    }
}

void StartListener::read(QLocalSocket *socket)
{
    if (!socket->canReadLine()) {
        if (socket->bytesAvailable() >= StartRequest::longestLine)
            socket->abort();
        return;
    }
    const auto request = StartRequest::fromLine(socket->readLine(StartRequest::longestLine));
    if (!request) {
        socket->abort();
        return;
    }
    socket->write(m_answer(*request).toUtf8() + '\n');
    socket->disconnectFromServer();
}
