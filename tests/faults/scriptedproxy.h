#pragma once

#include <QByteArray>
#include <QHash>
#include <QObject>
#include <QTcpServer>
#include <QTcpSocket>

/// Says one thing after the other, each when it has heard something, and then closes or keeps silent. Keeps
/// all that it was sent.
class ScriptedProxy : public QObject
{
    Q_OBJECT
public:
    struct Script
    {
        QList<QByteArray> says;
        bool closes = false;
    };

    explicit ScriptedProxy(Script script)
        : m_script(std::move(script))
    {
        connect(&m_server, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket *client = m_server.nextPendingConnection()) {
                ++m_connections;
                connect(client, &QTcpSocket::readyRead, this, [this, client] { answer(client); });
                goOn(client, 0);
            }
        });
        m_server.listen(QHostAddress::LocalHost);
    }

    quint16 port() const { return m_server.serverPort(); }
    const QByteArray &seen() const { return m_seen; }
    int connections() const { return m_connections; }

private:
    void answer(QTcpSocket *client)
    {
        m_seen += client->readAll();
        const qsizetype said = m_said[client];
        if (said < m_script.says.size()) {
            client->write(m_script.says.at(said));
            goOn(client, said + 1);
        }
    }

    void goOn(QTcpSocket *client, qsizetype said)
    {
        m_said[client] = said;
        if (m_script.closes && said == m_script.says.size())
            client->disconnectFromHost();
    }

    QTcpServer m_server;
    Script m_script;
    QHash<QTcpSocket *, qsizetype> m_said;
    QByteArray m_seen;
    int m_connections = 0;
};
