#include "tests/support/cuttingproxy.h"

#include <QHostAddress>
#include <QTcpSocket>

#include <algorithm>
#include <sys/socket.h>

CuttingProxy::CuttingProxy(const QUrl &server, QObject *parent)
    : QObject(parent)
    , m_target(server)
{
    connect(&m_server, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *client = m_server.nextPendingConnection())
            accept(client);
    });
    if (!m_server.listen(QHostAddress::LocalHost))
        qFatal("the test's proxy cannot listen");
}

CuttingProxy::~CuttingProxy()
{
    const auto sockets = m_server.findChildren<QTcpSocket *>();
    for (QTcpSocket *socket : sockets)
        socket->disconnect();
}

QUrl CuttingProxy::address() const
{
    QUrl url = m_target;
    url.setPort(m_server.serverPort());
    return url;
}

void CuttingProxy::cutAfter(Way way, qint64 bytes, Cut cut, Times times)
{
    m_plan = Plan{way, bytes, cut, times};
    m_handedOn = {};
    m_hasCut = false;
}

void CuttingProxy::accept(QTcpSocket *client)
{
    ++m_connections;
    auto *server = new QTcpSocket(&m_server);
    // Read only once there is somebody to hand it on to, so that what passes before a cut does arrive.
    connect(server, &QTcpSocket::connected, this, [this, client, server] {
        connect(client, &QTcpSocket::readyRead, this,
                [this, client, server] { handOn(client, server, Way::ToServer); });
        connect(server, &QTcpSocket::readyRead, this,
                [this, client, server] { handOn(server, client, Way::ToClient); });
        if (client->bytesAvailable() > 0)
            handOn(client, server, Way::ToServer);
    });
    connect(client, &QTcpSocket::disconnected, server, &QTcpSocket::disconnectFromHost);
    // Also where nobody listens: the client is told no more than that.
    connect(server, &QTcpSocket::stateChanged, client, [client](QAbstractSocket::SocketState state) {
        if (state == QAbstractSocket::UnconnectedState)
            client->disconnectFromHost();
    });
    for (QTcpSocket *socket : {client, server})
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    server->connectToHost(QHostAddress(QHostAddress::LocalHost), static_cast<quint16>(m_target.port()));
}

void CuttingProxy::handOn(QTcpSocket *from, QTcpSocket *to, Way way)
{
    const QByteArray came = from->readAll();
    if (way == Way::ToServer)
        m_asked += came;
    const bool isPlanned = m_plan && m_plan->way == way;
    const qint64 room = isPlanned ? m_plan->bytes - m_handedOn[index(way)] : came.size();
    const qint64 passing = std::min<qint64>(room, came.size());
    to->write(came.constData(), passing);
    to->flush();
    m_handedOn[index(way)] += passing;
    if (passing == came.size())
        return;
    const Cut how = m_plan->cut;
    if (m_plan->times == Times::Once)
        m_plan.reset();
    else
        m_handedOn = {};
    cut(from, to, how);
}

void CuttingProxy::cut(QTcpSocket *one, QTcpSocket *other, Cut cut)
{
    m_hasCut = true;
    for (QTcpSocket *socket : {one, other})
        disconnect(socket, &QTcpSocket::readyRead, this, nullptr);
    if (cut == Cut::Stall)
        return;
    // Each side ends by itself now, and not because the other one did.
    one->disconnect(other);
    other->disconnect(one);
    for (QTcpSocket *socket : {other, one}) {
        if (cut == Cut::Close) {
            socket->disconnectFromHost();
            continue;
        }
        // A connection that lingers for no time ends with RST instead of FIN.
        const linger none = {1, 0};
        setsockopt(static_cast<int>(socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &none, sizeof none);
        socket->abort();
    }
}
