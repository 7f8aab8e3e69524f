#pragma once

#include <QByteArray>
#include <QTcpServer>
#include <QTcpSocket>

/// Listens where nobody ought to come, and keeps what comes nevertheless.
class TrapServer : public QTcpServer
{
    Q_OBJECT

public:
    /// A port of 0 is one that is free. isListening() says whether it could be had.
    explicit TrapServer(const QHostAddress &address, quint16 port = 0)
    {
        connect(this, &QTcpServer::newConnection, this, &TrapServer::accept);
        listen(address, port);
    }

    int connections() const { return m_connections; }
    const QByteArray &seen() const { return m_seen; }

private:
    void accept()
    {
        while (QTcpSocket *socket = nextPendingConnection()) {
            ++m_connections;
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { m_seen += socket->readAll(); });
        }
    }

    int m_connections = 0;
    QByteArray m_seen;
};
