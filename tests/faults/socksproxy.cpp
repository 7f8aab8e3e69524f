#include "tests/faults/socksproxy.h"

#include <QtEndian>

namespace {

constexpr char byName = 3;
/// Version, command, reserved, kind of address, length of the name.
constexpr qsizetype beforeName = 5;

} // namespace

SocksProxy::SocksProxy(quint16 targetPort, QObject *parent)
    : QObject(parent)
    , m_targetPort(targetPort)
{
    connect(&m_server, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *client = m_server.nextPendingConnection()) {
            connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
            connect(client, &QTcpSocket::readyRead, this, [this, client] { read(client); });
        }
    });
    m_server.listen(QHostAddress::LocalHost);
}

/// A client says nothing before it is answered, so each of these steps is one piece.
void SocksProxy::read(QTcpSocket *client)
{
    const QByteArray came = client->readAll();
    m_seen += came;
    Step &step = m_steps[client];
    if (step == Step::Greeting) {
        step = Step::Request;
        client->write(QByteArray("\x05\x00", 2));
    } else if (step == Step::Request) {
        step = Step::Lead;
        takeRequest(client, came);
    } else if (auto *target = client->findChild<QTcpSocket *>()) {
        target->write(came);
    }
}

void SocksProxy::takeRequest(QTcpSocket *client, const QByteArray &request)
{
    const bool isByName = request.size() > beforeName && request.at(3) == byName;
    const QByteArray name = request.mid(beforeName).chopped(isByName ? 2 : 0);
    const auto port = qFromBigEndian<quint16>(request.last(2).constData());
    m_tunnels.append(isByName ? name + ':' + QByteArray::number(port) : "address");
    auto *target = new QTcpSocket(client);
    connect(target, &QTcpSocket::connected, client,
            [client] { client->write(QByteArray("\x05\x00\x00\x01\x00\x00\x00\x00\x00\x00", 10)); });
    connect(target, &QTcpSocket::readyRead, client, [client, target] { client->write(target->readAll()); });
    connect(target, &QTcpSocket::disconnected, client, &QTcpSocket::disconnectFromHost);
    target->connectToHost(QHostAddress(QHostAddress::LocalHost), m_targetPort);
}
