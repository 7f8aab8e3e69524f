#include "tests/app/local_api/testserver.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QtTest>

/// The rules of the values, each over the wire: what is taken, and which answer each breach gets.
class AccountRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void createIsAnsweredAsTheRulesSay_data();
    void createIsAnsweredAsTheRulesSay();
    void updateIsAnsweredAsTheRulesSay_data();
    void updateIsAnsweredAsTheRulesSay();
    void saysAllErrorsAtOnce_data();
    void saysAllErrorsAtOnce();
    void refusesATakenName();
    void answersWithWhatWasSent();
    void keepsEveryCharacterOfADescription_data();
    void keepsEveryCharacterOfADescription();
    void keepsAnEndWithAnOffsetAsThatMoment();
    void refusesAnotherMediaType();
    void problemsHaveTheFormOfRfc9457();

private:
    Reply post(const QByteArray &body) { return m_server.call("POST", TestServer::accounts, body); }

    TestServer m_server;
};

namespace {

QByteArray withName(const QByteArray &json)
{
    return R"({"name":)" + json + R"(,"roles":["Viewer"],"expiry_date":null})";
}

QByteArray withDescription(const QByteArray &name, const QByteArray &json)
{
    return R"({"name":")" + name + R"(","description":)" + json +
           R"(,"roles":["Viewer"],"expiry_date":null})";
}

QByteArray withRoles(const QByteArray &name, const QByteArray &json)
{
    return R"({"name":")" + name + R"(","roles":)" + json + R"(,"expiry_date":null})";
}

QByteArray withExpiry(const QByteArray &name, const QByteArray &json)
{
    return R"({"name":")" + name + R"(","roles":["Viewer"],"expiry_date":)" + json + "}";
}

QByteArray quoted(const QByteArray &text)
{
    return '"' + text + '"';
}

const QByteArray emoji = "\xF0\x9F\x98\x80";

} // namespace

void AccountRules::createIsAnsweredAsTheRulesSay_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("code");

    const auto row = [](const char *title, const QByteArray &body, int status, const char *field = "",
                        const char *code = "") {
        QTest::newRow(title) << body << status << QString::fromLatin1(field) << QString::fromLatin1(code);
    };
    row("name: one letter", withName(R"("a")"), 200);
    row("name: digits and underscores", withName(R"("0_9__z")"), 200);
    row("name: 64 characters", withName(quoted(QByteArray(64, 'n'))), 200);
    row("name: 65 characters", withName(quoted(QByteArray(65, 'n'))), 422, "name", "too_long");
    row("name: empty", withName(R"("")"), 422, "name", "required");
    row("name: upper case", withName(R"("Deploy")"), 422, "name", "invalid");
    row("name: hyphen", withName(R"("ci-deploy")"), 422, "name", "invalid");
    row("name: blank", withName(R"("ci deploy")"), 422, "name", "invalid");
    row("name: blank around", withName(R"(" ci ")"), 422, "name", "invalid");
    row("name: line feed at the end", withName(R"("ci\n")"), 422, "name", "invalid");
    row("name: emoji", withName(quoted(emoji)), 422, "name", "invalid");
    row("name: letter of another alphabet", withName(quoted("\xC3\xA9")), 422, "name", "invalid");
    row("name: NUL", withName(R"("a\u0000b")"), 422, "name", "invalid");
    row("name: number", withName("7"), 422, "name", "invalid");
    row("name: null", withName("null"), 422, "name", "invalid");
    row("name: missing", R"({"roles":["Viewer"],"expiry_date":null})", 422, "name", "required");
    row("name: twice", R"({"name":"t1","name":"t2","roles":["Viewer"],"expiry_date":null})", 422, "name",
        "repeated");

    row("description: missing", withName(R"("no_description")"), 200);
    row("description: empty", withDescription("d1", R"("")"), 200);
    row("description: 500 characters", withDescription("d2", quoted(QByteArray(500, 'd'))), 200);
    row("description: 501 characters", withDescription("d3", quoted(QByteArray(501, 'd'))), 422,
        "description", "too_long");
    row("description: 500 emoji", withDescription("d4", quoted(emoji.repeated(500))), 200);
    row("description: 501 emoji", withDescription("d5", quoted(emoji.repeated(501))), 422, "description",
        "too_long");
    row("description: null", withDescription("d6", "null"), 422, "description", "invalid");
    row("description: object", withDescription("d7", "{}"), 422, "description", "invalid");

    row("roles: all four", withRoles("r1", R"(["Admin","Power User","Deployment","Viewer"])"), 200);
    row("roles: none", withRoles("r2", "[]"), 422, "roles", "required");
    row("roles: missing", R"({"name":"r3","expiry_date":null})", 422, "roles", "required");
    row("roles: repeated", withRoles("r4", R"(["Viewer","Viewer"])"), 422, "roles", "repeated");
    row("roles: unknown", withRoles("r5", R"(["Owner"])"), 422, "roles", "unknown_role");
    row("roles: other case", withRoles("r6", R"(["admin"])"), 422, "roles", "unknown_role");
    row("roles: one text", withRoles("r7", R"("Viewer")"), 422, "roles", "invalid");
    row("roles: numbers", withRoles("r8", "[1]"), 422, "roles", "invalid");
    row("roles: null", withRoles("r9", "null"), 422, "roles", "invalid");

    row("end: in the future", withExpiry("e1", R"("2999-01-01T00:00:00Z")"), 200);
    row("end: with offset and fraction", withExpiry("e2", R"("2999-01-01T00:00:00.5+02:00")"), 200);
    row("end: in the past", withExpiry("e3", R"("2001-01-01T00:00:00Z")"), 422, "expiry_date",
        "not_in_future");
    row("end: without a zone", withExpiry("e4", R"("2999-01-01T00:00:00")"), 422, "expiry_date", "invalid");
    row("end: day only", withExpiry("e5", R"("2999-01-01")"), 422, "expiry_date", "invalid");
    row("end: no such day", withExpiry("e6", R"("2999-02-30T00:00:00Z")"), 422, "expiry_date", "invalid");
    row("end: words", withExpiry("e7", R"("tomorrow")"), 422, "expiry_date", "invalid");
    row("end: empty", withExpiry("e8", R"("")"), 422, "expiry_date", "invalid");
    row("end: number", withExpiry("e9", "32472144000"), 422, "expiry_date", "invalid");
    row("end: missing", R"({"name":"e10","roles":["Viewer"]})", 422, "expiry_date", "required");

    row("body: unknown field", R"({"name":"b1","roles":["Viewer"],"expiry_date":null,"expires":1})", 422,
        "expires", "unknown_field");
    row("body: list", "[]", 422, "", "invalid");
    row("body: text", R"("name")", 422, "", "invalid");
    row("body: not JSON", "name=ci_deploy", 400);
    row("body: cut off", R"({"name":"b2","roles":["Viewer"])", 400);
    row("body: comma at the end", R"({"name":"b3","roles":["Viewer"],"expiry_date":null,})", 400);
    row("body: something behind", withName(R"("b4")") + "x", 400);
    row("body: single quotes", R"({'name':'b5'})", 400);
    row("body: not UTF-8", withDescription("b6", quoted("\xC3\x28")), 400);
    row("body: half of a surrogate pair", withDescription("b7", R"("\ud83d")"), 400);
    row("body: nested too deeply", QByteArray(5000, '['), 400);
}

void AccountRules::createIsAnsweredAsTheRulesSay()
{
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    QFETCH(QString, field);
    QFETCH(QString, code);
    const Reply reply = post(body);
    QCOMPARE(reply.status, status);
    QCOMPARE(reply.code(), code);
    if (status == 422)
        QCOMPARE(reply.json()[QStringLiteral("errors")][0][QStringLiteral("field")].toString(), field);
}

void AccountRules::updateIsAnsweredAsTheRulesSay_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");

    QTest::newRow("both fields") << QByteArray(R"({"description":"d","roles":["Deployment"]})") << 200
                                 << QString();
    QTest::newRow("empty description")
        << QByteArray(R"({"description":"","roles":["Viewer"]})") << 200 << QString();
    QTest::newRow("no roles") << QByteArray(R"({"description":"d","roles":[]})") << 422
                              << QStringLiteral("required");
    QTest::newRow("roles missing") << QByteArray(R"({"description":"d"})") << 422
                                   << QStringLiteral("required");
    QTest::newRow("description missing")
        << QByteArray(R"({"roles":["Viewer"]})") << 422 << QStringLiteral("required");
    QTest::newRow("name") << QByteArray(R"({"description":"d","roles":["Viewer"],"name":"other"})") << 422
                          << QStringLiteral("unknown_field");
    QTest::newRow("end") << QByteArray(R"({"description":"d","roles":["Viewer"],"expiry_date":null})") << 422
                         << QStringLiteral("unknown_field");
    QTest::newRow("501 characters") << R"({"description":")" + QByteArray(501, 'x') +
                                           R"(","roles":["Viewer"]})"
                                    << 422 << QStringLiteral("too_long");
    QTest::newRow("unknown role") << QByteArray(R"({"description":"d","roles":["Root"]})") << 422
                                  << QStringLiteral("unknown_role");
    QTest::newRow("not JSON") << QByteArray("{description}") << 400 << QString();
}

void AccountRules::updateIsAnsweredAsTheRulesSay()
{
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    QFETCH(QString, code);
    static int number = 0;
    const Reply created = m_server.create("update_" + QByteArray::number(++number));
    const Reply before = m_server.call("GET", TestServer::account(created));
    const Reply reply = m_server.call("PUT", TestServer::account(created), body,
                                      {{"If-Match", created.headers.value("etag")}});
    QCOMPARE(reply.status, status);
    QCOMPARE(reply.code(), code);
    if (status != 200)
        QCOMPARE(m_server.call("GET", TestServer::account(created)).body, before.body);
}

void AccountRules::saysAllErrorsAtOnce_data()
{
    QTest::addColumn<QByteArray>("end");
    QTest::newRow("no end that can be read") << QByteArray("never");
    QTest::newRow("an end in the past") << QByteArray("2001-01-01T00:00:00Z");
}

void AccountRules::saysAllErrorsAtOnce()
{
    QFETCH(QByteArray, end);
    const Reply reply =
        post(R"({"name":"UPPER","description":7,"roles":[],"expiry_date":")" + end + R"(","more":1})");
    QCOMPARE(reply.status, 422);
    QStringList fields;
    for (const QJsonValue &error : reply.json().value(QLatin1String("errors")).toArray())
        fields.append(error[QLatin1String("field")].toString());
    fields.sort();
    QCOMPARE(fields.join(u' '), QStringLiteral("description expiry_date more name roles"));
}

void AccountRules::refusesATakenName()
{
    QCOMPARE(m_server.create("taken").status, 200);
    const Reply second = m_server.create("taken");
    QCOMPARE(second.status, 409);
    QCOMPARE(second.code(), QStringLiteral("name_taken"));
}

void AccountRules::answersWithWhatWasSent()
{
    const QByteArray description = R"(Quotes \" and \\ and \u0000 and \u001f and é and )" + emoji;
    const Reply created = post(withDescription("as_sent", quoted(description)));
    QCOMPARE(created.status, 200);
    const QJsonObject account = created.json();
    QCOMPARE(account.value(QLatin1String("name")).toString(), QStringLiteral("as_sent"));
    const QJsonObject expected = QJsonDocument::fromJson(R"({"d":)" + quoted(description) + "}").object();
    QCOMPARE(account.value(QLatin1String("description")), expected.value(QLatin1String("d")));
    QCOMPARE(account.value(QLatin1String("roles")), QJsonValue(QJsonArray{QStringLiteral("Viewer")}));
    QVERIFY(account.value(QLatin1String("expiry_date")).isNull());
    QVERIFY(account.value(QLatin1String("last_used_date")).isNull());
    QCOMPARE(account.value(QLatin1String("created_by")).toString(), QStringLiteral("local_console"));
    const QString token = account.value(QLatin1String("token")).toString();
    QCOMPARE(account.value(QLatin1String("masked_token")).toString(),
             QStringLiteral("apono_sa_****") + token.last(4));

    QJsonObject read = m_server.call("GET", TestServer::account(created)).json();
    QVERIFY(!read.contains(QLatin1String("token")));
    read.insert(QStringLiteral("token"), token);
    QCOMPARE(read, account);
}

void AccountRules::keepsEveryCharacterOfADescription_data()
{
    QTest::addColumn<QByteArray>("description");
    QTest::newRow("a byte order mark") << QByteArray("\xEF\xBB\xBF");
    QTest::newRow("a byte order mark before a text") << QByteArray("\xEF\xBB\xBFtext");
    QTest::newRow("two byte order marks") << QByteArray("\xEF\xBB\xBF\xEF\xBB\xBF");
    QTest::newRow("a swapped byte order mark before a text") << QByteArray("\xEF\xBF\xBEtext");
    QTest::newRow("characters of all lengths") << QByteArray("\x7F\xC2\x80\xE2\x80\xA8\xEF\xBF\xBF") + emoji;
}

void AccountRules::keepsEveryCharacterOfADescription()
{
    QFETCH(QByteArray, description);
    static int number = 0;
    const QByteArray expected = R"("description":)" + quoted(description);
    const Reply created =
        post(withDescription("every_character_" + QByteArray::number(++number), quoted(description)));
    QVERIFY(created.body.contains(expected));
    const QByteArray account = TestServer::account(created);
    QVERIFY(m_server.call("GET", account).body.contains(expected));

    const TestClient::Headers anyVersion = {{"If-Match", "*"}};
    QCOMPARE(m_server.call("PUT", account, R"({"description":"","roles":["Viewer"]})", anyVersion).status,
             200);
    m_server.call("PUT", account, "{" + expected + R"(,"roles":["Viewer"]})", anyVersion);
    QVERIFY(m_server.call("GET", account).body.contains(expected));
}

void AccountRules::keepsAnEndWithAnOffsetAsThatMoment()
{
    const Reply created = post(withExpiry("offset", R"("2999-06-30T01:30:00.250+02:00")"));
    QCOMPARE(created.json().value(QLatin1String("expiry_date")).toString(),
             QStringLiteral("2999-06-29T23:30:00.250Z"));
}

void AccountRules::refusesAnotherMediaType()
{
    const QByteArray body = withName(R"("media")");
    const QByteArray head = "POST " + TestServer::accounts +
                            " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + m_server.adminToken() +
                            "\r\n";
    const QByteArray length = "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
    const auto statusOf = [&](const QByteArray &fields) {
        TestClient client(m_server.port());
        client.send(head + fields + "\r\n" + body);
        return client.receive().status;
    };
    QCOMPARE(statusOf(length + "Content-Type: text/plain\r\n"), 415);
    QCOMPARE(statusOf(length), 415);
    QCOMPARE(statusOf(length + "Content-Type: application/json\r\nContent-Encoding: gzip\r\n"), 415);
    QCOMPARE(statusOf(length + "Content-Type: Application/JSON; charset=utf-8\r\n"), 200);
}

void AccountRules::problemsHaveTheFormOfRfc9457()
{
    const Reply reply = post("[]");
    QCOMPARE(reply.headers.value("content-type"), QByteArray("application/problem+json"));
    const QJsonObject problem = reply.json();
    QCOMPARE(problem.value(QLatin1String("type")).toString(), QStringLiteral("about:blank"));
    QCOMPARE(problem.value(QLatin1String("title")).toString(), QStringLiteral("Unprocessable Content"));
    QCOMPARE(problem.value(QLatin1String("status")).toInt(), 422);
    QVERIFY(!problem.value(QLatin1String("detail")).toString().isEmpty());
}

QTEST_GUILESS_MAIN(AccountRules)
#include "tst_accountrules.moc"
