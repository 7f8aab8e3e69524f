#include "app/single_instance/startlistener.h"

#include "app/single_instance/socketplaces.h"

#include <QLocalSocket>
#include <QTimer>

#include <algorithm>
#include <chrono>

using namespace std::chrono_literals;

namespace {

/// A second start says what it wants at once. Whoever does not is sent away.
constexpr auto patience = 5s;
constexpr int mostWaiting = 8;

} // namespace

StartListener::StartListener(Answer answer, QObject *parent)
    : QObject(parent)
    , m_answer(std::move(answer))
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    m_server.setMaxPendingConnections(mostWaiting);
    connect(&m_server, &QLocalServer::newConnection, this, &StartListener::greet);
}

StartListener::~StartListener() = default;

bool StartListener::listen(const QString &dataFolder)
{
    const QStringList places = socketPlaces(dataFolder);
    return std::any_of(places.begin(), places.end(), [this](const QString &place) {
        QLocalServer::removeServer(place);
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
