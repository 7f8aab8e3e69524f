#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

#include <algorithm>

/// Answers each connection's first request with a beginning and then with one piece again and again, as fast
/// as it is taken, and keeps hardly any of it in memory.
class FloodServer : public QTcpServer
{
    Q_OBJECT

public:
    /// After @p most bytes it falls silent.
    FloodServer(QByteArray beginning, QByteArray piece, qint64 most)
        : m_beginning(std::move(beginning))
        , m_piece(std::move(piece))
        , m_most(most)
    {
        connect(this, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket *socket = nextPendingConnection())
                accept(socket);
        });
        if (!listen(QHostAddress::LocalHost))
            qFatal("the test's server cannot listen");
    }

    QUrl address() const { return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(serverPort())); }
    qsizetype count(const char *method) const { return m_methods.count(method); }
    /// What was written, over all connections.
    qint64 written() const { return m_written; }

private:
    void accept(QTcpSocket *socket)
    {
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
            const QByteArray came = socket->readAll();
            if (socket->property("isAnswered").toBool())
                return;
            socket->setProperty("isAnswered", true);
            m_methods.append(came.left(came.indexOf(' ')));
            socket->write(m_beginning);
            connect(socket, &QTcpSocket::bytesWritten, this, [this, socket] { pour(socket); });
        });
    }

    void pour(QTcpSocket *socket)
    {
        constexpr qint64 enough = 128 << 10;
        while (socket->bytesToWrite() < enough && m_written < m_most)
            m_written += socket->write(m_piece);
    }

    QByteArray m_beginning;
    QByteArray m_piece;
    qint64 m_most;
    qint64 m_written = 0;
    QByteArrayList m_methods;
};
