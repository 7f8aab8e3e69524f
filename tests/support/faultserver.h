#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QObject>
#include <QPair>
#include <QUrl>

#include <chrono>
#include <functional>
#include <memory>

class QSslConfiguration;
class QTcpServer;
class QTcpSocket;

/// An HTTP/1.1 server on the loopback that answers as a test tells it, also wrongly, slowly or not at all,
/// and keeps what came. It lives in the test's own event loop.
class FaultServer : public QObject
{
    Q_OBJECT
public:
    struct Request
    {
        QByteArray method;
        /// As it stood in the first line: path and query, still encoded.
        QByteArray target;
        QList<QPair<QByteArray, QByteArray>> headers;
        QByteArray body;
        /// Counts from 1; two requests with the same number shared a connection.
        int connection = 0;

        /// Empty when there is none.
        QByteArray header(const char *name) const;
        bool hasHeader(const char *name) const;
    };

    struct Reply
    {
        enum class Then { KeepOpen, Close, Reset };

        QByteArray bytes;
        Then then = Then::KeepOpen;
        /// More than 0: after the head, one byte at a time, so far apart.
        std::chrono::milliseconds perByte{0};

        /// A whole answer with Content-Length. @p headers are lines that end with "\r\n".
        static Reply json(int status, const QByteArray &body, const QByteArray &headers = {});
        static Reply typed(int status, const QByteArray &type, const QByteArray &body,
                           const QByteArray &headers = {});
        /// These bytes as they are, then the connection is closed.
        static Reply raw(const QByteArray &bytes);
        static Reply close();
        static Reply reset();
        static Reply silence();

        /// The same with its last @p count bytes missing, then the connection is closed.
        Reply cutBy(qsizetype count) const;
        Reply dripping(std::chrono::milliseconds between) const;
    };
    using Script = std::function<Reply(const Request &)>;

    explicit FaultServer(Script script, QObject *parent = nullptr);
    /// Speaks TLS.
    FaultServer(Script script, const QSslConfiguration &tls, QObject *parent = nullptr);
    ~FaultServer() override;

    /// With 127.0.0.1 as its host.
    QUrl address() const;

    void setScript(Script script) { m_script = std::move(script); }

    /// Ends every connection and takes no new one, as when the server's program ends.
    void goAway();
    /// At the same address again.
    void comeBack();

    const QList<Request> &requests() const { return m_requests; }
    /// How many requests of this method came.
    qsizetype count(const char *method) const;
    int connections() const { return m_connections; }
    /// How many clients began to speak TLS, whether or not they went through with it.
    int handshakes() const { return m_handshakes; }
    /// Of application data, so without what TLS adds.
    qint64 bytesReceived() const { return m_bytesReceived; }

private:
    struct Connection
    {
        int number = 0;
        QByteArray pending = {};
    };

    void listen(std::unique_ptr<QTcpServer> server);
    void accept();
    void read(QTcpSocket *socket);
    /// Takes the first request out of the bytes that came; false when it is not complete yet.
    bool takeRequest(Connection &connection, Request &request) const;
    void answer(QTcpSocket *socket, const Reply &reply);
    static void finish(QTcpSocket *socket, Reply::Then then);

    Script m_script;
    std::unique_ptr<QTcpServer> m_server;
    QHash<QTcpSocket *, Connection> m_open;
    QList<Request> m_requests;
    int m_connections = 0;
    int m_handshakes = 0;
    qint64 m_bytesReceived = 0;
    quint16 m_port = 0;
};
