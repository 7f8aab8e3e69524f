#include "tests/app/local_api/testserver.h"

#include <QtTest>

using namespace std::chrono_literals;

/// A create that is sent again with its Idempotency-Key.
class RepeatedCreates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersWithTheSameAccountAndToken();
    void echoesTheKey();
    void theSameContentInAnotherOrderIsTheSameBody();
    void refusesAnotherBodyUnderTheSameKey_data();
    void refusesAnotherBodyUnderTheSameKey();
    void neverBringsADeletedAccountBack();
    void endsWithTheFirstUseOfTheToken();
    void endsAfterTenMinutes();
    void worksAcrossARestart();
    void endsAcrossARestartToo();
    void isAnsweredEvenWhenTheEndHasPassedMeanwhile();
    void aKeyBelongsToItsCaller();
    void aRefusedCreateUsesNoKeyUp();
    void withoutAKeyTheSecondCreateIsRefused();
    void refusesAKeyThatIsNone_data();
    void refusesAKeyThatIsNone();
};

namespace {

TestClient::Headers key(const QByteArray &text)
{
    return {{"Idempotency-Key", text}};
}

QByteArray listOf(const TestServer &server)
{
    return server.call("GET", TestServer::accounts).body;
}

const QByteArray session = "/api/client/v1/session";

} // namespace

void RepeatedCreates::answersWithTheSameAccountAndToken()
{
    TestServer server;
    const Reply first = server.create("repeated", R"("Viewer")", "null", key("k"));
    QCOMPARE(first.status, 200);
    const Reply second = server.create("repeated", R"("Viewer")", "null", key("k"));
    QCOMPARE(second.status, 200);
    QCOMPARE(second.body, first.body);
    QVERIFY(!TestServer::token(second).isEmpty());
    QCOMPARE(server.callAs(TestServer::token(second), "GET", session).status, 200);
}

void RepeatedCreates::echoesTheKey()
{
    TestServer server;
    const Reply made = server.create("echo", R"("Viewer")", "null", key("\"a key\""));
    QCOMPARE(made.headers.value("idempotency-key"), QByteArray("\"a key\""));
    const Reply refused = server.create("echo", R"("Viewer")", "null", key("other"));
    QCOMPARE(refused.status, 409);
    QCOMPARE(refused.headers.value("idempotency-key"), QByteArray("other"));
    QVERIFY(!server.create("no_echo").headers.contains("idempotency-key"));
}

void RepeatedCreates::theSameContentInAnotherOrderIsTheSameBody()
{
    TestServer server;
    const Reply first =
        server.call("POST", TestServer::accounts,
                    R"({"name":"order","roles":["Viewer","Admin"],"expiry_date":null})", key("k"));
    const Reply second =
        server.call("POST", TestServer::accounts,
                    R"({ "expiry_date": null, "roles": ["Admin", "Viewer"], "name": "order" })", key("k"));
    QCOMPARE(second.status, 200);
    QCOMPARE(second.body, first.body);
}

void RepeatedCreates::refusesAnotherBodyUnderTheSameKey_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("name") << QByteArray(
        R"({"name":"n2","description":"d","roles":["Viewer"],"expiry_date":null})");
    QTest::newRow("description") << QByteArray(
        R"({"name":"n1","description":"e","roles":["Viewer"],"expiry_date":null})");
    QTest::newRow("roles") << QByteArray(
        R"({"name":"n1","description":"d","roles":["Viewer","Admin"],"expiry_date":null})");
    QTest::newRow("end") << QByteArray(
        R"({"name":"n1","description":"d","roles":["Viewer"],"expiry_date":"2999-01-01T00:00:00Z"})");
}

void RepeatedCreates::refusesAnotherBodyUnderTheSameKey()
{
    QFETCH(QByteArray, body);
    TestServer server;
    const QByteArray first = R"({"name":"n1","description":"d","roles":["Viewer"],"expiry_date":null})";
    QCOMPARE(server.call("POST", TestServer::accounts, first, key("k")).status, 200);
    const QByteArray list = listOf(server);
    const Reply other = server.call("POST", TestServer::accounts, body, key("k"));
    QCOMPARE(other.status, 422);
    QCOMPARE(other.code(), QStringLiteral("key_reused"));
    QCOMPARE(listOf(server), list);
}

void RepeatedCreates::neverBringsADeletedAccountBack()
{
    TestServer server;
    const Reply first = server.create("gone", R"("Viewer")", "null", key("k"));
    QCOMPARE(server.call("DELETE", TestServer::account(first)).status, 204);
    const QByteArray list = listOf(server);
    const Reply second = server.create("gone", R"("Viewer")", "null", key("k"));
    QCOMPARE(second.status, 409);
    QCOMPARE(second.code(), QStringLiteral("account_gone"));
    server.advance(1h);
    server.restart();
    QCOMPARE(server.create("gone", R"("Viewer")", "null", key("k")).code(), QStringLiteral("account_gone"));
    QCOMPARE(server.callAs(TestServer::token(first), "GET", session).status, 401);
}

void RepeatedCreates::endsWithTheFirstUseOfTheToken()
{
    TestServer server;
    const Reply first = server.create("used", R"("Viewer")", "null", key("k"));
    QCOMPARE(server.callAs(TestServer::token(first), "GET", session).status, 200);
    const Reply second = server.create("used", R"("Viewer")", "null", key("k"));
    QCOMPARE(second.status, 409);
    QCOMPARE(second.code(), QStringLiteral("replay_expired"));
    QVERIFY(!second.body.contains("apono_sa_"));
}

void RepeatedCreates::endsAfterTenMinutes()
{
    TestServer server;
    const Reply first = server.create("late", R"("Viewer")", "null", key("k"));
    server.advance(9min);
    QCOMPARE(TestServer::token(server.create("late", R"("Viewer")", "null", key("k"))),
             TestServer::token(first));
    server.advance(1min);
    const Reply second = server.create("late", R"("Viewer")", "null", key("k"));
    QCOMPARE(second.status, 409);
    QCOMPARE(second.code(), QStringLiteral("replay_expired"));
    QCOMPARE(server.callAs(TestServer::token(first), "GET", session).status, 200);
}

void RepeatedCreates::worksAcrossARestart()
{
    TestServer server;
    const Reply first = server.create("restarted", R"("Viewer")", "null", key("k"));
    server.restart();
    const Reply second = server.create("restarted", R"("Viewer")", "null", key("k"));
    QCOMPARE(second.status, 200);
    QCOMPARE(second.body, first.body);
}

void RepeatedCreates::endsAcrossARestartToo()
{
    TestServer server;
    server.create("restarted", R"("Viewer")", "null", key("k"));
    server.stop();
    server.advance(11min);
    server.restart();
    QCOMPARE(server.create("restarted", R"("Viewer")", "null", key("k")).code(),
             QStringLiteral("replay_expired"));
}

void RepeatedCreates::isAnsweredEvenWhenTheEndHasPassedMeanwhile()
{
    TestServer server;
    const QByteArray end =
        '"' + QDateTime::currentDateTimeUtc().addSecs(300).toString(Qt::ISODateWithMs).toLatin1() + '"';
    const Reply first = server.create("short", R"("Viewer")", end, key("k"));
    QCOMPARE(first.status, 200);
    server.advance(6min);
    const Reply second = server.create("short", R"("Viewer")", end, key("k"));
    QCOMPARE(second.status, 200);
    QCOMPARE(second.body, first.body);
    QCOMPARE(server.create("short_2", R"("Viewer")", end, key("k2")).code(), QStringLiteral("not_in_future"));
}

void RepeatedCreates::aKeyBelongsToItsCaller()
{
    TestServer server;
    const QByteArray other = TestServer::token(server.create("other_admin", R"("Admin")"));
    const Reply first = server.create("mine", R"("Viewer")", "null", key("k"));
    QCOMPARE(first.status, 200);
    const Reply second = server.callAs(other, "POST", TestServer::accounts,
                                       R"({"name":"mine","roles":["Viewer"],"expiry_date":null})", key("k"));
    QCOMPARE(second.status, 409);
    QCOMPARE(second.code(), QStringLiteral("name_taken"));
}

void RepeatedCreates::aRefusedCreateUsesNoKeyUp()
{
    TestServer server;
    const Reply holder = server.create("wanted");
    QCOMPARE(server.create("wanted", R"("Viewer")", "null", key("k")).code(), QStringLiteral("name_taken"));
    QCOMPARE(server.call("DELETE", TestServer::account(holder)).status, 204);
    QCOMPARE(server.create("wanted", R"("Viewer")", "null", key("k")).status, 200);
}

void RepeatedCreates::withoutAKeyTheSecondCreateIsRefused()
{
    TestServer server;
    QCOMPARE(server.create("once").status, 200);
    QCOMPARE(server.create("once").code(), QStringLiteral("name_taken"));
}

void RepeatedCreates::refusesAKeyThatIsNone_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("status");
    QTest::newRow("empty") << QByteArray() << 400;
    QTest::newRow("255 characters") << QByteArray(255, 'k') << 200;
    QTest::newRow("256 characters") << QByteArray(256, 'k') << 400;
    QTest::newRow("not ASCII") << QByteArray("\xC3\xA9") << 400;
}

void RepeatedCreates::refusesAKeyThatIsNone()
{
    QFETCH(QByteArray, text);
    QFETCH(int, status);
    TestServer server;
    QCOMPARE(server.create("keyed", R"("Viewer")", "null", key(text)).status, status);
    QCOMPARE(server.create("keyed_twice", R"("Viewer")", "null", key("a") + key("b")).status, 400);
}

QTEST_GUILESS_MAIN(RepeatedCreates)
#include "tst_repeatedcreates.moc"
