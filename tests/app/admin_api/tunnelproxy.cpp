#include "tests/app/admin_api/tunnelproxy.h"

#include <memory>

TunnelProxy::TunnelProxy(quint16 targetPort, QObject *parent)
    : QObject(parent)
    , m_targetPort(targetPort)
{
    connect(&m_server, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *client = m_server.nextPendingConnection())
            accept(client);
    });
    m_server.listen(QHostAddress::LocalHost);
}

void TunnelProxy::accept(QTcpSocket *client)
{
    const auto head = std::make_shared<QByteArray>();
    connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
    connect(client, &QTcpSocket::readyRead, this, [this, client, head] { readHead(client, *head); });
}

void TunnelProxy::readHead(QTcpSocket *client, QByteArray &head)
{
    const QByteArray came = client->readAll();
    m_seen += came;
    head += came;
    if (!head.contains("\r\n\r\n"))
        return;
    m_tunnels.append(head.left(head.indexOf('\r')));
    disconnect(client, &QTcpSocket::readyRead, this, nullptr);
    if (m_answer.isEmpty()) {
        lead(client);
        return;
    }
    client->write(m_answer);
    client->disconnectFromHost();
}

void TunnelProxy::lead(QTcpSocket *client)
{
    auto *target = new QTcpSocket(client);
    connect(target, &QTcpSocket::connected, client,
            [client] { client->write("HTTP/1.1 200 Connection established\r\n\r\n"); });
    connect(client, &QTcpSocket::readyRead, target, [this, client, target] {
        const QByteArray came = client->readAll();
        m_seen += came;
        target->write(came);
    });
    connect(target, &QTcpSocket::readyRead, client, [client, target] { client->write(target->readAll()); });
    connect(target, &QTcpSocket::disconnected, client, &QTcpSocket::disconnectFromHost);
    target->connectToHost(QHostAddress(QHostAddress::LocalHost), m_targetPort);
}
