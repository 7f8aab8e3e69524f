#include "tests/app/local_api/testclient.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <arpa/inet.h>
#include <array>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

QJsonObject Reply::json() const
{
    return QJsonDocument::fromJson(body).object();
}

QString Reply::code() const
{
    const QJsonObject problem = json();
    const QJsonArray errors = problem.value(QLatin1String("errors")).toArray();
    return errors.isEmpty() ? problem.value(QLatin1String("code")).toString()
                            : errors.first().toObject().value(QLatin1String("code")).toString();
}

TestClient::TestClient(quint16 port, int receiveBuffer)
    : m_socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    const timeval patience{20, 0};
    ::setsockopt(m_socket, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    if (receiveBuffer > 0)
        ::setsockopt(m_socket, SOL_SOCKET, SO_RCVBUF, &receiveBuffer, sizeof receiveBuffer);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(m_socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0) {
        ::close(m_socket);
        m_socket = -1;
    }
}

TestClient::~TestClient()
{
    if (m_socket >= 0)
        ::close(m_socket);
}

bool TestClient::send(const QByteArray &bytes)
{
    qsizetype sent = 0;
    while (sent < bytes.size()) {
        const ssize_t count = ::send(m_socket, bytes.constData() + sent,
                                     static_cast<std::size_t>(bytes.size() - sent), MSG_NOSIGNAL);
        if (count <= 0)
            return false;
        sent += count;
    }
    return true;
}

bool TestClient::fill()
{
    std::array<char, 65536> chunk;
    const ssize_t count = ::recv(m_socket, chunk.data(), chunk.size(), 0);
    if (count <= 0)
        return false;
    m_buffer.append(chunk.data(), count);
    return true;
}

Reply TestClient::receive(bool hasBody)
{
    Reply reply;
    qsizetype end = -1;
    while ((end = m_buffer.indexOf("\r\n\r\n")) < 0) {
        if (!fill())
            return {};
    }
    const QList<QByteArray> lines = m_buffer.first(end).split('\n');
    m_buffer.remove(0, end + 4);
    reply.status = lines.first().mid(9, 3).toInt();
    for (const QByteArray &line : lines.sliced(1)) {
        const qsizetype colon = line.indexOf(':');
        reply.headers.insert(line.first(colon).toLower(), line.mid(colon + 1).trimmed());
    }
    const qsizetype length = hasBody ? reply.headers.value("content-length").toLongLong() : 0;
    while (m_buffer.size() < length) {
        if (!fill())
            return {};
    }
    reply.body = m_buffer.first(length);
    m_buffer.remove(0, length);
    return reply;
}

bool TestClient::isClosedByServer()
{
    std::array<char, 65536> chunk;
    ssize_t count = 0;
    while ((count = ::recv(m_socket, chunk.data(), chunk.size(), 0)) > 0) {
    }
    return count == 0 || errno == ECONNRESET;
}

void TestClient::closeSending()
{
    ::shutdown(m_socket, SHUT_WR);
}

Reply TestClient::call(const QByteArray &method, const QByteArray &path, const QByteArray &token,
                       const QByteArray &body, const Headers &headers)
{
    QByteArray request = method + ' ' + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n";
    if (!token.isEmpty())
        request += "Authorization: Bearer " + token + "\r\n";
    if (!body.isEmpty())
        request +=
            "Content-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n";
    for (const auto &header : headers)
        request += header.first + ": " + header.second + "\r\n";
    if (!send(request + "\r\n" + body))
        return {};
    return receive(method != "HEAD");
}
