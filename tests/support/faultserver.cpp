#include "tests/support/faultserver.h"

#include <QHostAddress>
#include <QSslConfiguration>
#include <QSslServer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

#include <algorithm>
#include <sys/socket.h>

QByteArray FaultServer::Request::header(const char *name) const
{
    for (const auto &[key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

bool FaultServer::Request::hasHeader(const char *name) const
{
    return std::any_of(headers.cbegin(), headers.cend(), [name](const auto &header) {
        return header.first.compare(name, Qt::CaseInsensitive) == 0;
    });
}

FaultServer::Reply FaultServer::Reply::json(int status, const QByteArray &body, const QByteArray &headers)
{
    return typed(status, status < 400 ? "application/json" : "application/problem+json", body, headers);
}

FaultServer::Reply FaultServer::Reply::typed(int status, const QByteArray &type, const QByteArray &body,
                                             const QByteArray &headers)
{
    Reply reply;
    reply.bytes = "HTTP/1.1 " + QByteArray::number(status) + " Told\r\n" + headers;
    if (!type.isEmpty())
        reply.bytes += "Content-Type: " + type + "\r\n";
    if (status != 204)
        reply.bytes += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
    reply.bytes += "\r\n" + body;
    return reply;
}

FaultServer::Reply FaultServer::Reply::raw(const QByteArray &bytes)
{
    Reply reply;
    reply.bytes = bytes;
    reply.then = Then::Close;
    return reply;
}

FaultServer::Reply FaultServer::Reply::close()
{
    return raw({});
}

FaultServer::Reply FaultServer::Reply::reset()
{
    Reply reply;
    reply.then = Then::Reset;
    return reply;
}

FaultServer::Reply FaultServer::Reply::silence()
{
    return {};
}

FaultServer::Reply FaultServer::Reply::cutBy(qsizetype count) const
{
    Reply reply = *this;
    reply.bytes.chop(count);
    reply.then = Then::Close;
    return reply;
}

FaultServer::Reply FaultServer::Reply::dripping(std::chrono::milliseconds between) const
{
    Reply reply = *this;
    reply.perByte = between;
    return reply;
}

FaultServer::FaultServer(Script script, QObject *parent)
    : QObject(parent)
    , m_script(std::move(script))
{
    listen(std::make_unique<QTcpServer>());
}

FaultServer::FaultServer(Script script, const QSslConfiguration &tls, QObject *parent)
    : QObject(parent)
    , m_script(std::move(script))
{
    auto server = std::make_unique<QSslServer>();
    server->setSslConfiguration(tls);
    connect(server.get(), &QSslServer::startedEncryptionHandshake, this, [this] { ++m_handshakes; });
    listen(std::move(server));
}

FaultServer::~FaultServer()
{
    const QList<QTcpSocket *> sockets = m_open.keys();
    for (QTcpSocket *socket : sockets)
        socket->disconnect(this);
}

QUrl FaultServer::address() const
{
    const bool tls = qobject_cast<QSslServer *>(m_server.get()) != nullptr;
    QUrl url;
    url.setScheme(tls ? QStringLiteral("https") : QStringLiteral("http"));
    url.setHost(QStringLiteral("127.0.0.1"));
    url.setPort(m_server->serverPort());
    return url;
}

void FaultServer::goAway()
{
    m_port = m_server->serverPort();
    m_server->close();
    const QList<QTcpSocket *> sockets = m_open.keys();
    for (QTcpSocket *socket : sockets)
        socket->abort();
}

void FaultServer::comeBack()
{
    if (!m_server->listen(QHostAddress::LocalHost, m_port))
        qFatal("the test's server cannot listen at its former port");
}

qsizetype FaultServer::count(const char *method) const
{
    return std::count_if(m_requests.cbegin(), m_requests.cend(),
                         [method](const Request &request) { return request.method == method; });
}

void FaultServer::listen(std::unique_ptr<QTcpServer> server)
{
    m_server = std::move(server);
    connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, this, &FaultServer::accept);
    if (!m_server->listen(QHostAddress::LocalHost))
        qFatal("the test's server cannot listen");
}

void FaultServer::accept()
{
    while (QTcpSocket *socket = m_server->nextPendingConnection()) {
        m_open.insert(socket, Connection{++m_connections});
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
            m_open.remove(socket);
            socket->deleteLater();
        });
        if (socket->bytesAvailable() > 0)
            read(socket);
    }
}

void FaultServer::read(QTcpSocket *socket)
{
    const QByteArray bytes = socket->readAll();
    m_bytesReceived += bytes.size();
    if (!m_open.contains(socket))
        return;
    m_open[socket].pending += bytes;
    Request request;
    while (m_open.contains(socket) && takeRequest(m_open[socket], request)) {
        m_requests.append(request);
        answer(socket, m_script(request));
    }
}

bool FaultServer::takeRequest(Connection &connection, Request &request) const
{
    const qsizetype end = connection.pending.indexOf("\r\n\r\n");
    if (end < 0)
        return false;
    Request found;
    found.connection = connection.number;
    const QList<QByteArray> lines = connection.pending.left(end).split('\n');
    const QList<QByteArray> first = lines.constFirst().split(' ');
    found.method = first.value(0);
    found.target = first.value(1);
    for (const QByteArray &line : lines.sliced(1)) {
        const qsizetype colon = line.indexOf(':');
        found.headers.append({line.left(colon), line.mid(colon + 1).trimmed()});
    }
    const qsizetype length = found.header("Content-Length").toLongLong();
    const qsizetype start = end + 4;
    if (connection.pending.size() < start + length)
        return false;
    found.body = connection.pending.mid(start, length);
    connection.pending.remove(0, start + length);
    request = found;
    return true;
}

void FaultServer::answer(QTcpSocket *socket, const Reply &reply)
{
    if (reply.perByte.count() == 0) {
        socket->write(reply.bytes);
        finish(socket, reply.then);
        return;
    }
    const qsizetype head = reply.bytes.indexOf("\r\n\r\n") + 4;
    socket->write(reply.bytes.left(head));
    auto *timer = new QTimer(socket);
    auto rest = std::make_shared<QByteArray>(reply.bytes.sliced(head));
    connect(timer, &QTimer::timeout, socket, [socket, timer, rest, then = reply.then] {
        socket->write(rest->left(1));
        rest->remove(0, 1);
        if (!rest->isEmpty())
            return;
        timer->stop();
        finish(socket, then);
    });
    timer->start(reply.perByte);
}

void FaultServer::finish(QTcpSocket *socket, Reply::Then then)
{
    switch (then) {
    case Reply::Then::KeepOpen:
        return;
    case Reply::Then::Close:
        socket->disconnectFromHost();
        return;
    case Reply::Then::Reset: {
        // A connection that lingers for no time ends with RST instead of FIN.
        const linger none = {1, 0};
        setsockopt(static_cast<int>(socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &none, sizeof none);
        socket->abort();
        return;
    }
    }
}
