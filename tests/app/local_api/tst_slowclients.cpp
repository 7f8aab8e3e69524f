#include "tests/app/local_api/testserver.h"

#include <QElapsedTimer>
#include <QtTest>

using namespace std::chrono_literals;

/// Clients that dawdle, and clients that are too many. The deadlines are the real ones, but shorter.
class SlowClients : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void closesAConnectionThatSendsNothing();
    void says408ForAHeadThatTakesTooLong();
    void drippingBytesDoNotPutTheDeadlineOff();
    void says408ForABodyThatTakesTooLong();
    void closesAnIdleConnectionSilently();
    void closesOnAClientThatFetchesNothing();
    void answersDuringAFloodOfHalfOpenConnections();
    void makesRoomForNewcomersByClosingIdleConnections();
    void keepsARequestInFlightDuringAFlood();

private:
    static TestServer::Setup setup()
    {
        TestServer::Setup result;
        result.seed = 1000;
        result.limits.connections = 16;
        result.limits.headDeadline = 500ms;
        result.limits.bodyDeadline = 700ms;
        result.limits.idleDeadline = 900ms;
        return result;
    }
};

namespace {

const QByteArray session = "/api/client/v1/session";
const QByteArray head = "POST /api/admin/v1/service-accounts HTTP/1.1\r\nHost: localhost\r\n";

/// Sends again and again until the server has closed the connection.
bool sendingEnds(TestClient &client, const QByteArray &bytes)
{
    QElapsedTimer clock;
    clock.start();
    while (client.send(bytes)) {
        if (clock.hasExpired(60'000))
            return false;
        std::this_thread::sleep_for(50ms);
    }
    return true;
}

} // namespace

void SlowClients::closesAConnectionThatSendsNothing()
{
    TestServer server(setup());
    TestClient client(server.port());
    QVERIFY(client.isClosedByServer());
}

void SlowClients::says408ForAHeadThatTakesTooLong()
{
    TestServer server(setup());
    TestClient client(server.port());
    client.send(head);
    QCOMPARE(client.receive().status, 408);
    QVERIFY(client.isClosedByServer());
}

void SlowClients::drippingBytesDoNotPutTheDeadlineOff()
{
    TestServer server(setup());
    TestClient client(server.port());
    client.send("GET / HTTP/1.1\r\n");
    QVERIFY(sendingEnds(client, "X: y\r\n"));
}

void SlowClients::says408ForABodyThatTakesTooLong()
{
    TestServer server(setup());
    TestClient client(server.port());
    client.send(head + "Content-Type: application/json\r\nContent-Length: 10\r\n\r\n{");
    QCOMPARE(client.receive().status, 408);
    QVERIFY(client.isClosedByServer());
}

void SlowClients::closesAnIdleConnectionSilently()
{
    TestServer server(setup());
    TestClient client(server.port());
    QCOMPARE(client.call("GET", session, server.adminToken()).status, 200);
    QCOMPARE(client.receive().status, 0);
    QVERIFY(client.isClosedByServer());
}

void SlowClients::closesOnAClientThatFetchesNothing()
{
    TestServer server(setup());
    TestClient client(server.port(), 64 * 1024);
    const QByteArray request = "GET " + TestServer::accounts +
                               "?limit=1000 HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " +
                               server.adminToken() + "\r\n\r\n";
    // Far more answers than the kernel's buffers take, and more requests than the server reads at once: what
    // it leaves unread when it closes is answered by a reset.
    for (int i = 0; i < 200; ++i)
        client.send(request);
    QVERIFY(sendingEnds(client, "G"));
    QCOMPARE(server.call("GET", session).status, 200);
}

void SlowClients::answersDuringAFloodOfHalfOpenConnections()
{
    TestServer server(setup());
    std::vector<std::unique_ptr<TestClient>> flood;
    for (int i = 0; i < 100; ++i) {
        flood.push_back(std::make_unique<TestClient>(server.port()));
        flood.back()->send("GET / HT");
        if (i % 10 == 0)
            QCOMPARE(server.call("GET", session).status, 200);
    }
    QCOMPARE(server.call("GET", session).status, 200);
    for (const auto &client : flood)
        QVERIFY(client->isClosedByServer());
}

void SlowClients::makesRoomForNewcomersByClosingIdleConnections()
{
    auto limits = setup();
    limits.limits.idleDeadline = 60s;
    TestServer server(limits);
    std::vector<std::unique_ptr<TestClient>> idle;
    for (int i = 0; i < 16; ++i) {
        idle.push_back(std::make_unique<TestClient>(server.port()));
        QCOMPARE(idle.back()->call("GET", session, server.adminToken()).status, 200);
    }
    QCOMPARE(server.call("GET", session).status, 200);
    QVERIFY(idle.front()->isClosedByServer());
    QCOMPARE(idle.back()->call("GET", session, server.adminToken()).status, 200);
}

void SlowClients::keepsARequestInFlightDuringAFlood()
{
    auto limits = setup();
    limits.limits.bodyDeadline = 60s;
    TestServer server(limits);
    TestClient busy(server.port());
    const QByteArray body = R"({"name":"in_flight","roles":["Viewer"],"expiry_date":null})";
    busy.send(head + "Authorization: Bearer " + server.adminToken() +
              "\r\nContent-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size()) +
              "\r\nExpect: 100-continue\r\n\r\n");
    QCOMPARE(busy.receive().status, 100);
    std::vector<std::unique_ptr<TestClient>> flood;
    for (int i = 0; i < 60; ++i) {
        flood.push_back(std::make_unique<TestClient>(server.port()));
        flood.back()->send("GET / HT");
    }
    QCOMPARE(server.call("GET", session).status, 200);
    busy.send(body);
    QCOMPARE(busy.receive().status, 200);
}

QTEST_GUILESS_MAIN(SlowClients)
#include "tst_slowclients.moc"
