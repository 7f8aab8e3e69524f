#include "tests/app/local_api/testserver.h"

#include <QJsonArray>
#include <QtTest>

using namespace std::chrono_literals;

/// Who may call what, and what somebody hears who may not.
class Authorization : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void refusesWhatIsNoBearer_data();
    void refusesWhatIsNoBearer();
    void refusesTwoCredentials();
    void refusesATokenFromItsEndOn();
    void refusesADeletedTokenAtOnce();
    void everyRoleMayDoWhatTheContractSays_data();
    void everyRoleMayDoWhatTheContractSays();
    void aRoleTakenAwayIsGoneAtTheNextCall();
    void findsNoPathBeforeItAsksForAToken_data();
    void findsNoPathBeforeItAsksForAToken();
    void tellsWhoOneIs();
    void writesTheFirstUseAtOnceAndThenOnceAMinute();
    void everyAnswerIsNotToBeStored();

private:
    QByteArray tokenFor(const QByteArray &role) const { return m_tokens.value(role); }

    TestServer m_server;
    QMap<QByteArray, QByteArray> m_tokens;
};

namespace {

const QByteArray session = "/api/client/v1/session";
const QByteArray users = "/api/admin/v3/users";
const QByteArray events = "/api/admin/v1/service-account-events";

const QList<QByteArray> roles = {"Admin", "Power User", "Deployment", "Viewer"};

QByteArray withOneCharacterChanged(QByteArray token, qsizetype position)
{
    token[position] = token.at(position) == 'a' ? 'b' : 'a';
    return token;
}

} // namespace

void Authorization::initTestCase()
{
    for (const QByteArray &role : roles) {
        const QByteArray name = "role_" + role.toLower().replace(' ', '_');
        m_tokens.insert(role, TestServer::token(m_server.create(name, '"' + role + '"')));
        QVERIFY(!tokenFor(role).isEmpty());
    }
}

void Authorization::refusesWhatIsNoBearer_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<bool>("namesAnError");

    const QByteArray token = m_server.adminToken();
    QTest::newRow("nothing") << QByteArray() << false;
    QTest::newRow("another scheme") << QByteArray("Authorization: Basic dXNlcjpwYXNz\r\n") << false;
    QTest::newRow("a scheme that begins alike") << "Authorization: Bearers " + token + "\r\n" << false;
    QTest::newRow("no token") << QByteArray("Authorization: Bearer\r\n") << true;
    QTest::newRow("blank token") << QByteArray("Authorization: Bearer   \r\n") << true;
    QTest::newRow("another form") << QByteArray("Authorization: Bearer 0123456789\r\n") << true;
    QTest::newRow("mistyped character")
        << "Authorization: Bearer " + withOneCharacterChanged(token, 20) + "\r\n"
        << true;
    QTest::newRow("mistyped checksum")
        << "Authorization: Bearer " + withOneCharacterChanged(token, 44) + "\r\n"
        << true;
    QTest::newRow("cut off") << "Authorization: Bearer " + token.chopped(1) + "\r\n" << true;
    QTest::newRow("two tokens") << "Authorization: Bearer " + token + " " + token + "\r\n" << true;
    // Thirty times 0 and its checksum: the right form, and nobody's.
    QTest::newRow("of nobody") << QByteArray(
                                      "Authorization: Bearer apono_sa_000000000000000000000000000000") +
                                      "2C8GjS\r\n"
                               << true;
}

void Authorization::refusesWhatIsNoBearer()
{
    QFETCH(QByteArray, field);
    QFETCH(bool, namesAnError);
    TestClient client(m_server.port());
    client.send("GET " + session + " HTTP/1.1\r\nHost: localhost\r\n" + field + "\r\n");
    const Reply reply = client.receive();
    QCOMPARE(reply.status, 401);
    const QByteArray challenge = reply.headers.value("www-authenticate");
    QVERIFY2(challenge.startsWith("Bearer"), challenge.constData());
    QCOMPARE(challenge.contains("error=\"invalid_token\""), namesAnError);
    QCOMPARE(reply.headers.value("content-type"), QByteArray("application/problem+json"));
}

void Authorization::refusesTwoCredentials()
{
    const QByteArray field = "Authorization: Bearer " + m_server.adminToken() + "\r\n";
    TestClient client(m_server.port());
    client.send("GET " + session + " HTTP/1.1\r\nHost: localhost\r\n" + field + field + "\r\n");
    const Reply reply = client.receive();
    QCOMPARE(reply.status, 400);
    QVERIFY(reply.headers.value("www-authenticate").contains("invalid_request"));
}

void Authorization::refusesATokenFromItsEndOn()
{
    TestServer server;
    const QByteArray end = QDateTime::currentDateTimeUtc().addDays(1).toString(Qt::ISODateWithMs).toLatin1();
    const QByteArray token = TestServer::token(server.create("one_day", R"("Viewer")", '"' + end + '"'));
    server.advance(23h);
    QCOMPARE(server.callAs(token, "GET", session).status, 200);
    server.advance(1h);
    const Reply reply = server.callAs(token, "GET", session);
    QCOMPARE(reply.status, 401);
    QVERIFY(reply.headers.value("www-authenticate").contains("invalid_token"));
    QVERIFY(reply.json().value(QLatin1String("detail")).toString().contains(QLatin1String("expired")));
}

void Authorization::refusesADeletedTokenAtOnce()
{
    const Reply created = m_server.create("soon_gone", R"("Admin")");
    const QByteArray token = TestServer::token(created);
    TestClient client(m_server.port());
    QCOMPARE(client.call("GET", session, token).status, 200);
    QCOMPARE(m_server.call("DELETE", TestServer::account(created)).status, 204);
    QCOMPARE(client.call("GET", session, token).status, 401);
    QCOMPARE(m_server.call("DELETE", TestServer::account(created)).status, 404);
}

void Authorization::everyRoleMayDoWhatTheContractSays_data()
{
    QTest::addColumn<QByteArray>("role");
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");

    const QByteArray nobody = TestServer::accounts + "/4fd0a6c5-0000-4000-8000-000000000000";
    const QByteArray changes = R"({"description":"d","roles":["Viewer"]})";
    for (const QByteArray &role : roles) {
        const bool isAdmin = role == "Admin";
        const auto row = [&](const char *call, const QByteArray &method, const QByteArray &path,
                             const QByteArray &body, int adminStatus) {
            QTest::addRow("%s: %s", role.constData(), call)
                << role << method << path << body << (isAdmin ? adminStatus : 403);
        };
        const QByteArray fresh = R"({"name":"by_)" + role.toLower().replace(' ', '_') +
                                 R"(","roles":["Viewer"],"expiry_date":null})";
        row("list accounts", "GET", TestServer::accounts, {}, 200);
        row("head of the list", "HEAD", TestServer::accounts, {}, 200);
        row("create", "POST", TestServer::accounts, fresh, 200);
        row("get", "GET", nobody, {}, 404);
        row("update", "PUT", nobody, changes, 404);
        row("delete", "DELETE", nobody, {}, 404);
        row("list events", "GET", events, {}, 200);
        QTest::addRow("%s: session", role.constData())
            << role << QByteArray("GET") << session << QByteArray() << 200;
        QTest::addRow("%s: users", role.constData())
            << role << QByteArray("GET") << users << QByteArray() << 200;
    }
}

void Authorization::everyRoleMayDoWhatTheContractSays()
{
    QFETCH(QByteArray, role);
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    const Reply reply = m_server.callAs(tokenFor(role), method, path, body);
    QCOMPARE(reply.status, status);
    if (status == 403)
        QVERIFY(reply.headers.value("www-authenticate").contains("error=\"insufficient_scope\""));
}

void Authorization::aRoleTakenAwayIsGoneAtTheNextCall()
{
    const Reply created = m_server.create("was_admin", R"("Admin")");
    const QByteArray token = TestServer::token(created);
    QCOMPARE(m_server.callAs(token, "GET", TestServer::accounts).status, 200);
    QCOMPARE(m_server
                 .call("PUT", TestServer::account(created), R"({"description":"","roles":["Viewer"]})",
                       {{"If-Match", created.headers.value("etag")}})
                 .status,
             200);
    QCOMPARE(m_server.callAs(token, "GET", TestServer::accounts).status, 403);
}

void Authorization::findsNoPathBeforeItAsksForAToken_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("allow");

    const QByteArray item = TestServer::accounts + "/x";
    QTest::newRow("unknown path") << QByteArray("GET") << QByteArray("/") << 404 << QByteArray();
    QTest::newRow("slash at the end")
        << QByteArray("GET") << TestServer::accounts + '/' << 404 << QByteArray();
    QTest::newRow("below an account") << QByteArray("GET") << item + "/y" << 404 << QByteArray();
    QTest::newRow("dots are not resolved")
        << QByteArray("GET") << QByteArray("/x/../api/client/v1/session") << 404 << QByteArray();
    QTest::newRow("DELETE of the list")
        << QByteArray("DELETE") << TestServer::accounts << 405 << QByteArray("GET, HEAD, POST");
    QTest::newRow("POST to an account")
        << QByteArray("POST") << item << 405 << QByteArray("GET, HEAD, PUT, DELETE");
    QTest::newRow("PATCH") << QByteArray("PATCH") << item << 405 << QByteArray("GET, HEAD, PUT, DELETE");
    QTest::newRow("OPTIONS") << QByteArray("OPTIONS") << session << 405 << QByteArray("GET, HEAD");
    QTest::newRow("TRACE") << QByteArray("TRACE") << users << 405 << QByteArray("GET, HEAD");
    QTest::newRow("unknown method") << QByteArray("BREW") << users << 501 << QByteArray();
    QTest::newRow("known path") << QByteArray("GET") << users << 401 << QByteArray();
}

void Authorization::findsNoPathBeforeItAsksForAToken()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, path);
    QFETCH(int, status);
    QFETCH(QByteArray, allow);
    const Reply reply = m_server.callAs({}, method, path);
    QCOMPARE(reply.status, status);
    QCOMPARE(reply.headers.value("allow"), allow);
}

void Authorization::tellsWhoOneIs()
{
    const Reply created = m_server.create("who_am_i", R"("Viewer","Deployment")");
    const QJsonObject answer = m_server.callAs(TestServer::token(created), "GET", session).json();
    const QJsonObject user = answer.value(QLatin1String("user")).toObject();
    QCOMPARE(user.value(QLatin1String("id")), created.json().value(QLatin1String("id")));
    QCOMPARE(user.value(QLatin1String("name")).toString(), QStringLiteral("who_am_i"));
    QVERIFY(user.contains(QLatin1String("email")));
    QVERIFY(!answer[QLatin1String("account")][QLatin1String("id")].toString().isEmpty());
    QCOMPARE(answer.value(QLatin1String("roles")),
             QJsonValue(QJsonArray{QStringLiteral("Deployment"), QStringLiteral("Viewer")}));
}

void Authorization::writesTheFirstUseAtOnceAndThenOnceAMinute()
{
    const Reply created = m_server.create("used");
    const auto lastUse = [&] {
        return m_server.call("GET", TestServer::account(created))
            .json()
            .value(QLatin1String("last_used_date"));
    };
    const auto use = [&] { return m_server.callAs(TestServer::token(created), "GET", session).status; };
    QVERIFY(lastUse().isNull());
    QCOMPARE(use(), 200);
    const QJsonValue first = lastUse();
    QVERIFY(first.isString());
    m_server.advance(50s);
    QCOMPARE(use(), 200);
    QCOMPARE(lastUse(), first);
    m_server.advance(11s);
    QCOMPARE(use(), 200);
    QVERIFY(lastUse() != first);
}

void Authorization::everyAnswerIsNotToBeStored()
{
    QSet<QByteArray> ids;
    for (const QByteArray &path : {session, users, TestServer::accounts, QByteArray("/nowhere")}) {
        const Reply reply = m_server.call("GET", path);
        QCOMPARE(reply.headers.value("cache-control"), QByteArray("no-store"));
        QVERIFY(reply.headers.value("date").endsWith(" GMT"));
        ids.insert(reply.headers.value("x-request-id"));
    }
    QCOMPARE(ids.size(), 4);
}

QTEST_GUILESS_MAIN(Authorization)
#include "tst_authorization.moc"
