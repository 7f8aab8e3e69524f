#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QPair>

/// What a server answered, as it came over the wire.
struct Reply
{
    /// 0 when the connection ended, or nothing came in time.
    int status = 0;
    /// Names in lower case.
    QMap<QByteArray, QByteArray> headers;
    QByteArray body;

    QJsonObject json() const;
    /// The `code` of a problem, or of its first error.
    QString code() const;
};

/// A client on a raw socket, which sends whatever it is told to.
class TestClient
{
public:
    using Headers = QList<QPair<QByteArray, QByteArray>>;

    /// @p receiveBuffer bounds what the kernel takes for a client that does not read; 0: its own choice.
    explicit TestClient(quint16 port, int receiveBuffer = 0);
    ~TestClient();

    TestClient(const TestClient &) = delete;
    TestClient &operator=(const TestClient &) = delete;

    bool send(const QByteArray &bytes);
    /// The next answer; @p hasBody false for the answer to HEAD.
    Reply receive(bool hasBody = true);
    /// Waits for the end of the connection, and throws away what still comes.
    bool isClosedByServer();
    void closeSending();

    /// One well-formed request and its answer. @p token may be empty; a body is sent as application/json.
    Reply call(const QByteArray &method, const QByteArray &path, const QByteArray &token,
               const QByteArray &body = {}, const Headers &headers = {});

private:
    bool fill();

    int m_socket;
    QByteArray m_buffer;
};
