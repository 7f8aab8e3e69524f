#pragma once

#include <QByteArray>
#include <QObject>
#include <QTcpServer>
#include <QTcpSocket>

/// A proxy on the loopback for CONNECT (RFC 9110, 9.3.6): whatever host it is asked for, it leads to one port
/// of this computer, or answers as it is told. Keeps all that it was sent, which it hands on unread.
class TunnelProxy : public QObject
{
    Q_OBJECT
public:
    explicit TunnelProxy(quint16 targetPort, QObject *parent = nullptr);

    QString asHttp() const { return QStringLiteral("http://127.0.0.1:%1").arg(m_server.serverPort()); }

    /// The first line of each request for a tunnel.
    const QList<QByteArray> &tunnels() const { return m_tunnels; }
    /// Everything that came from the client.
    const QByteArray &seen() const { return m_seen; }
    /// Instead of a tunnel; the connection is closed then.
    void answerWith(const QByteArray &answer) { m_answer = answer; }

private:
    void accept(QTcpSocket *client);
    void readHead(QTcpSocket *client, QByteArray &head);
    void lead(QTcpSocket *client);

    QTcpServer m_server;
    quint16 m_targetPort;
    QList<QByteArray> m_tunnels;
    QByteArray m_seen;
    QByteArray m_answer;
};
