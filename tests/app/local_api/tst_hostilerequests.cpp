#include "tests/app/local_api/testserver.h"

#include <QtTest>

/// What a careless or hostile client may send, byte for byte. Each row is sent on a connection of its own;
/// after the table the server still answers.
class HostileRequests : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isAnsweredAsItDeserves_data();
    void isAnsweredAsItDeserves();
    void cleanup();
    void aSmuggledRequestIsNeverRun_data();
    void aSmuggledRequestIsNeverRun();
    void refusesABodyThatIsTooLargeBeforeItIsSent();
    void refusesAChunkedBodyThatIsTooLarge();
    void saysContinueBeforeTheBodyComes();
    void refusesAnExpectedBodyWithItsFinalAnswer();
    void answersPipelinedRequestsInTheirOrder();
    void answersARequestThatComesByteByByte();
    void headIsAsGetWithoutABody();
    void http10ClosesAfterTheAnswer();
    void keepsTheConnectionUnlessToldOtherwise();

private:
    Reply send(const QByteArray &bytes) const
    {
        TestClient client(m_server.port());
        client.send(bytes);
        client.closeSending();
        return client.receive(!bytes.startsWith("HEAD"));
    }

    TestServer m_server;
};

namespace {

const QByteArray session = "/api/client/v1/session";
const QByteArray host = "Host: 127.0.0.1\r\n";

/// A complete GET with these fields.
QByteArray get(const QByteArray &fields)
{
    return "GET /api/client/v1/session HTTP/1.1\r\n" + fields + "\r\n";
}

QByteArray post(const QByteArray &fields, const QByteArray &body)
{
    return "POST /api/admin/v1/service-accounts HTTP/1.1\r\nHost: localhost\r\nContent-Type: "
           "application/json\r\n" +
           fields + "\r\n" + body;
}

QByteArray fields(int count)
{
    QByteArray text = host;
    for (int i = 1; i < count; ++i)
        text += "X-" + QByteArray::number(i) + ": y\r\n";
    return text;
}

} // namespace

void HostileRequests::isAnsweredAsItDeserves_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    const auto row = [](const char *title, const QByteArray &bytes, int status) {
        QTest::newRow(title) << bytes << status;
    };
    // Well-formed ones come as far as the question for a token: 401.
    row("good", get(host), 401);
    row("Host with a port", get("Host: 127.0.0.1:8080\r\n"), 401);
    row("Host localhost", get("Host: LocalHost:1\r\n"), 401);
    row("Host of IPv6", get("Host: [::1]:8080\r\n"), 401);
    row("absolute target", "GET http://127.0.0.1/api/client/v1/session HTTP/1.1\r\n" + host + "\r\n", 401);
    row("own Origin", get(host + "Origin: http://127.0.0.1\r\n"), 401);
    row("64 fields", get(fields(64)), 401);
    row("blanks around a value", get("Host:   127.0.0.1  \r\n"), 401);
    row("empty value", get(host + "X-Empty:\r\n"), 401);

    row("Host of a rebound name", get("Host: evil.example\r\n"), 421);
    row("Host that begins alike", get("Host: 127.0.0.1.evil.example\r\n"), 421);
    row("Host localhost as a part", get("Host: localhost.evil.example\r\n"), 421);
    row("Host of the network", get("Host: 192.168.0.1\r\n"), 421);
    row("absolute target of a rebound name", "GET http://evil.example/x HTTP/1.1\r\n" + host + "\r\n", 421);
    row("no Host", get({}), 400);
    row("two Hosts", get(host + host), 400);
    row("empty Host", get("Host:\r\n"), 400);
    row("Host with a path", get("Host: localhost/x\r\n"), 400);
    row("Host with a user", get("Host: localhost@evil.example\r\n"), 400);
    row("foreign Origin", get(host + "Origin: http://evil.example\r\n"), 403);
    row("Origin null", get(host + "Origin: null\r\n"), 403);
    row("Origin of another port", get(host + "Origin: http://127.0.0.1:3000\r\n"), 403);

    row("bare LF everywhere", "GET /api/client/v1/session HTTP/1.1\nHost: 127.0.0.1\n\n", 400);
    row("bare LF after a field", get("Host: 127.0.0.1\nX: y\r\n"), 400);
    row("bare CR", get("Host: 127.0.0.1\r\nX: a\rb\r\n"), 400);
    row("CR CR LF", get("Host: 127.0.0.1\r\r\n"), 400);
    row("NUL in a value", get(host + QByteArray("X: a\0b\r\n", 8)), 400);
    row("NUL in the target", QByteArray("GET /\0 HTTP/1.1\r\n", 17) + host + "\r\n", 400);
    row("encoded NUL", "GET /api%00 HTTP/1.1\r\n" + host + "\r\n", 400);
    row("folded field", get(host + "X: a\r\n b\r\n"), 400);
    row("first field begins with white space", get(" " + host), 400);
    row("blank before the colon", get("Host : 127.0.0.1\r\n"), 400);
    row("field without a colon", get(host + "nonsense\r\n"), 400);
    row("field without a name", get(host + ": x\r\n"), 400);
    row("blank in a name", get(host + "X Y: z\r\n"), 400);
    row("control character in a value", get(host + "X: \x01\r\n"), 400);
    row("empty line first", "\r\n" + get(host), 400);
    row("TLS", QByteArray("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 11), 400);
    row("lower-case method", "get / HTTP/1.1\r\n" + host + "\r\n", 400);
    row("no version", "GET /\r\n" + host + "\r\n", 400);
    row("two blanks", "GET  / HTTP/1.1\r\n" + host + "\r\n", 400);
    row("blank in the target", "GET /a b HTTP/1.1\r\n" + host + "\r\n", 400);
    row("8-bit target", "GET /\xC3\xA9 HTTP/1.1\r\n" + host + "\r\n", 400);
    row("fragment", "GET /x#y HTTP/1.1\r\n" + host + "\r\n", 400);
    row("HTTP/9.9", "GET / HTTP/9.9\r\n" + host + "\r\n", 505);
    row("HTTP/2 preface", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505);
    row("no HTTP", "GET / FTP/1.1\r\n" + host + "\r\n", 400);
    row("lower-case version", "GET / http/1.1\r\n" + host + "\r\n", 400);
    row("OPTIONS *", "OPTIONS * HTTP/1.1\r\n" + host + "\r\n", 404);
    row("CONNECT", "CONNECT localhost:1 HTTP/1.1\r\n" + host + "\r\n", 404);
    row("unknown method", "BREW / HTTP/1.1\r\n" + host + "\r\n", 501);

    row("65 fields", get(fields(65)), 431);
    row("5,000 fields", get(fields(5000)), 431);
    row("one field of 17 KB", get(host + "X: " + QByteArray(17000, 'x') + "\r\n"), 431);
    row("head without an end", "GET / HTTP/1.1\r\nX: " + QByteArray(20000, 'x'), 431);
    row("target of 9 KB", "GET /" + QByteArray(9000, 'x') + " HTTP/1.1\r\n" + host + "\r\n", 414);
    row("endless method", QByteArray(20000, 'G'), 414);

    row("Content-Length -1", post("Content-Length: -1\r\n", "x"), 400);
    row("Content-Length +1", post("Content-Length: +1\r\n", "x"), 400);
    row("Content-Length of words", post("Content-Length: abc\r\n", "x"), 400);
    row("Content-Length in hexadecimal", post("Content-Length: 0x1\r\n", "x"), 400);
    row("Content-Length 2^64", post("Content-Length: 18446744073709551616\r\n", "x"), 400);
    row("Content-Length of two numbers", post("Content-Length: 1, 1\r\n", "x"), 400);
    row("empty Content-Length", post("Content-Length:\r\n", "x"), 400);
    row("two Content-Lengths", post("Content-Length: 1\r\nContent-Length: 2\r\n", "xy"), 400);
    row("two equal Content-Lengths", post("Content-Length: 1\r\nContent-Length: 1\r\n", "x"), 400);
    row("both lengths", post("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n"), 400);
    row("xchunked", post("Transfer-Encoding: xchunked\r\n", "0\r\n\r\n"), 400);
    row("gzip, chunked", post("Transfer-Encoding: gzip, chunked\r\n", "0\r\n\r\n"), 400);
    row("chunked twice", post("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n"),
        400);
    row("chunked, chunked", post("Transfer-Encoding: chunked, chunked\r\n", "0\r\n\r\n"), 400);
    row("identity", post("Transfer-Encoding: identity\r\n", "x"), 400);
    row("chunked on HTTP/1.0",
        post("Transfer-Encoding: chunked\r\n", "0\r\n\r\n").replace("HTTP/1.1", "HTTP/1.0"), 400);
    row("good chunks", post("Transfer-Encoding: chunked\r\n", "2\r\n{}\r\n0\r\n\r\n"), 401);
    row("chunk extension", post("Transfer-Encoding: chunked\r\n", "2;a=b\r\n{}\r\n0\r\n\r\n"), 401);
    row("chunk size of words", post("Transfer-Encoding: chunked\r\n", "xyz\r\n{}\r\n0\r\n\r\n"), 400);
    row("negative chunk size", post("Transfer-Encoding: chunked\r\n", "-2\r\n{}\r\n0\r\n\r\n"), 400);
    row("chunk size with 0x", post("Transfer-Encoding: chunked\r\n", "0x2\r\n{}\r\n0\r\n\r\n"), 400);
    row("chunk size of 2^64", post("Transfer-Encoding: chunked\r\n", "10000000000000000\r\n{}\r\n0\r\n\r\n"),
        400);
    row("chunk line in bare LF", post("Transfer-Encoding: chunked\r\n", "2\n{}\r\n0\r\n\r\n"), 400);
    row("chunk without its end", post("Transfer-Encoding: chunked\r\n", "2\r\n{}x\r\n0\r\n\r\n"), 400);
    row("chunk extensions of 5 KB",
        post("Transfer-Encoding: chunked\r\n", "2;a=" + QByteArray(5000, 'x') + "\r\n{}\r\n0\r\n\r\n"), 400);
    row("many chunk extensions",
        post("Transfer-Encoding: chunked\r\n",
             ("1;a=" + QByteArray(60, 'x') + "\r\n \r\n").repeated(100) + "0\r\n\r\n"),
        400);
    row("unknown expectation", post("Content-Length: 2\r\nExpect: a-miracle\r\n", "{}"), 417);
}

void HostileRequests::isAnsweredAsItDeserves()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    const Reply reply = send(bytes);
    QCOMPARE(reply.status, status);
    QCOMPARE(reply.headers.value("content-type"), QByteArray("application/problem+json"));
    QVERIFY(reply.headers.contains("date") && reply.headers.contains("x-request-id"));
}

void HostileRequests::cleanup()
{
    QCOMPARE(m_server.call("GET", session).status, 200);
}

void HostileRequests::aSmuggledRequestIsNeverRun_data()
{
    QTest::addColumn<QByteArray>("framing");
    QTest::newRow("xchunked") << QByteArray("Transfer-Encoding: xchunked\r\n");
    QTest::newRow("both") << QByteArray("Content-Length: 4\r\nTransfer-Encoding: chunked\r\n");
    QTest::newRow("two lengths") << QByteArray("Content-Length: 4\r\nContent-Length: 400\r\n");
    QTest::newRow("blank before the colon") << QByteArray("Content-Length : 400\r\n");
    QTest::newRow("tab in the coding") << QByteArray("Transfer-Encoding:\tchunked\r\nContent-Length: 4\r\n");
}

void HostileRequests::aSmuggledRequestIsNeverRun()
{
    QFETCH(QByteArray, framing);
    const QByteArray bearer = "Authorization: Bearer " + m_server.adminToken() + "\r\n";
    const Reply victim = m_server.create("victim");
    TestClient client(m_server.port());
    client.send(post(bearer + framing, "0\r\n\r\nDELETE " + TestServer::account(victim) + " HTTP/1.1\r\n" +
                                           host + bearer + "\r\n"));
    QCOMPARE(client.receive().status, 400);
    QVERIFY(client.isClosedByServer());
    QCOMPARE(m_server.call("DELETE", TestServer::account(victim)).status, 204);
}

void HostileRequests::refusesABodyThatIsTooLargeBeforeItIsSent()
{
    TestClient client(m_server.port());
    client.send(post("Content-Length: 262145\r\n", {}));
    const Reply reply = client.receive();
    QCOMPARE(reply.status, 413);
    QCOMPARE(reply.headers.value("connection"), QByteArray("close"));
    QVERIFY(client.isClosedByServer());
    QCOMPARE(send(post("Content-Length: 262144\r\n", QByteArray(262144, ' '))).status, 401);
}

void HostileRequests::refusesAChunkedBodyThatIsTooLarge()
{
    const QByteArray chunk = "10000\r\n" + QByteArray(0x10000, ' ') + "\r\n";
    QCOMPARE(send(post("Transfer-Encoding: chunked\r\n", chunk.repeated(4) + "0\r\n\r\n")).status, 401);
    QCOMPARE(send(post("Transfer-Encoding: chunked\r\n", chunk.repeated(5) + "0\r\n\r\n")).status, 413);
    QCOMPARE(send(post("Transfer-Encoding: chunked\r\n", "FFFFFFFF\r\n")).status, 413);
}

void HostileRequests::saysContinueBeforeTheBodyComes()
{
    const QByteArray body = R"({"name":"expected","roles":["Viewer"],"expiry_date":null})";
    TestClient client(m_server.port());
    client.send(post("Authorization: Bearer " + m_server.adminToken() +
                         "\r\nExpect: 100-continue\r\nContent-Length: " + QByteArray::number(body.size()) +
                         "\r\n",
                     {}));
    QCOMPARE(client.receive().status, 100);
    client.send(body);
    QCOMPARE(client.receive().status, 200);
}

void HostileRequests::refusesAnExpectedBodyWithItsFinalAnswer()
{
    TestClient client(m_server.port());
    client.send("POST /nowhere HTTP/1.1\r\n" + host + "Expect: 100-continue\r\nContent-Length: 5\r\n\r\n");
    QCOMPARE(client.receive().status, 404);
    QVERIFY(client.isClosedByServer());
}

void HostileRequests::answersPipelinedRequestsInTheirOrder()
{
    const QByteArray bearer = host + "Authorization: Bearer " + m_server.adminToken() + "\r\n";
    TestClient client(m_server.port());
    client.send(get(bearer) + get(host) + "GET /nowhere HTTP/1.1\r\n" + host + "\r\n" + get(bearer));
    QCOMPARE(client.receive().status, 200);
    QCOMPARE(client.receive().status, 401);
    QCOMPARE(client.receive().status, 404);
    QCOMPARE(client.receive().status, 200);
}

void HostileRequests::answersARequestThatComesByteByByte()
{
    QByteArray body;
    for (const QByteArray &part :
         {QByteArray(R"({"name":"byte_by_byte",)"), QByteArray(R"("roles":["Viewer"],)"),
          QByteArray(R"("expiry_date":null})")})
        body += QByteArray::number(part.size(), 16) + ";x=\"y\"\r\n" + part + "\r\n";
    const QByteArray bytes =
        post("Authorization: Bearer " + m_server.adminToken() + "\r\nTransfer-Encoding: chunked\r\n",
             body + "0\r\nTrailer: x\r\n\r\n");
    TestClient client(m_server.port());
    for (const char byte : bytes)
        client.send(QByteArray(1, byte));
    QCOMPARE(client.receive().status, 200);
    QCOMPARE(client.call("GET", session, m_server.adminToken()).status, 200);
}

void HostileRequests::headIsAsGetWithoutABody()
{
    TestClient client(m_server.port());
    const Reply got = client.call("GET", TestServer::accounts, m_server.adminToken());
    const Reply head = client.call("HEAD", TestServer::accounts, m_server.adminToken());
    QCOMPARE(head.status, 200);
    QCOMPARE(head.headers.value("content-length"), got.headers.value("content-length"));
    QCOMPARE(head.headers.value("etag"), got.headers.value("etag"));
    QCOMPARE(client.call("GET", session, m_server.adminToken()).status, 200);
}

void HostileRequests::http10ClosesAfterTheAnswer()
{
    TestClient client(m_server.port());
    client.send(get(host).replace("HTTP/1.1", "HTTP/1.0"));
    const Reply reply = client.receive();
    QCOMPARE(reply.status, 401);
    QCOMPARE(reply.headers.value("connection"), QByteArray("close"));
    QVERIFY(client.isClosedByServer());
}

void HostileRequests::keepsTheConnectionUnlessToldOtherwise()
{
    TestClient client(m_server.port());
    for (int i = 0; i < 3; ++i)
        QCOMPARE(client.call("GET", session, m_server.adminToken()).status, 200);
    QCOMPARE(client.call("GET", session, m_server.adminToken(), {}, {{"Connection", "close"}}).status, 200);
    QVERIFY(client.isClosedByServer());
}

QTEST_GUILESS_MAIN(HostileRequests)
#include "tst_hostilerequests.moc"
