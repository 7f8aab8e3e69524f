#pragma once

#include <QByteArray>
#include <QHash>
#include <QObject>
#include <QTcpServer>
#include <QTcpSocket>

/// A SOCKS5 proxy on the loopback (RFC 1928) for connections by name: whatever host it is asked for, it leads
/// to one port of this computer. Keeps all that it was sent, which it hands on unread.
class SocksProxy : public QObject
{
    Q_OBJECT
public:
    explicit SocksProxy(quint16 targetPort, QObject *parent = nullptr);

    QString address() const { return QStringLiteral("socks5://127.0.0.1:%1").arg(m_server.serverPort()); }

    /// "host:port" of each connection; one that was asked for by an address and no name is "address".
    const QList<QByteArray> &tunnels() const { return m_tunnels; }
    /// Everything that came from the client.
    const QByteArray &seen() const { return m_seen; }

private:
    enum class Step { Greeting, Request, Lead };

    void read(QTcpSocket *client);
    void takeRequest(QTcpSocket *client, const QByteArray &request);

    QTcpServer m_server;
    quint16 m_targetPort;
    QHash<QTcpSocket *, Step> m_steps;
    QList<QByteArray> m_tunnels;
    QByteArray m_seen;
};
