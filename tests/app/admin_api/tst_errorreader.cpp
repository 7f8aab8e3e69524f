#include "app/admin_api/errorreader.h"

#include <QTest>

using namespace std::chrono_literals;

namespace {

const QDateTime now(QDate(2026, 1, 2), QTime(3, 4, 5), Qt::UTC);

Error errorOf(int status, const QByteArray &body, const HttpAnswer::Headers &headers = {})
{
    return readError(HttpAnswer(status, headers, body), now);
}

} // namespace

/// Every form in which a server, or something before it, says no.
class TestErrorReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesTheKindFromTheStatus_data();
    void takesTheKindFromTheStatus();
    void takesTheKindFromTheCode_data();
    void takesTheKindFromTheCode();
    void findsTheMessage_data();
    void findsTheMessage();
    void readsTheFieldsThatWereRefused_data();
    void readsTheFieldsThatWereRefused();
    void makesAMessageFitForAWindow_data();
    void makesAMessageFitForAWindow();
    void readsHowLongToWait_data();
    void readsHowLongToWait();
    void namesWhereARedirectPointsTo_data();
    void namesWhereARedirectPointsTo();
    void alwaysHasASentence_data();
    void alwaysHasASentence();
};

void TestErrorReader::takesTheKindFromTheStatus_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<ErrorKind>("kind");

    const QList<QPair<int, ErrorKind>> rows = {{400, ErrorKind::BadRequest},
                                               {401, ErrorKind::Unauthorized},
                                               {403, ErrorKind::Forbidden},
                                               {404, ErrorKind::NotFound},
                                               {405, ErrorKind::UnexpectedStatus},
                                               {409, ErrorKind::Conflict},
                                               {410, ErrorKind::NotFound},
                                               {412, ErrorKind::Stale},
                                               {413, ErrorKind::UnexpectedStatus},
                                               {422, ErrorKind::Invalid},
                                               {428, ErrorKind::PreconditionRequired},
                                               {429, ErrorKind::TooManyRequests},
                                               {500, ErrorKind::ServerFault},
                                               {502, ErrorKind::ServerFault},
                                               {503, ErrorKind::Unavailable},
                                               {504, ErrorKind::ServerFault},
                                               {302, ErrorKind::Redirected},
                                               {304, ErrorKind::Redirected},
                                               {999, ErrorKind::UnexpectedStatus}};
    for (const auto &[status, kind] : rows)
        QTest::addRow("%d", status) << status << kind;
}

void TestErrorReader::takesTheKindFromTheStatus()
{
    QFETCH(int, status);
    QFETCH(ErrorKind, kind);
    QCOMPARE(errorOf(status, {}).kind, kind);
    QCOMPARE(errorOf(status, R"({"detail":"x"})").kind, kind);
    // A web page that refuses is a firewall's, not the API's word on a role.
    const bool isRefusal = kind == ErrorKind::Forbidden;
    QCOMPARE(errorOf(status, "<html><p>Blocked").kind, isRefusal ? ErrorKind::Unreadable : kind);
}

void TestErrorReader::takesTheKindFromTheCode_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<ErrorKind>("kind");

    QTest::newRow("name_taken") << 409 << QByteArray("name_taken") << ErrorKind::NameTaken;
    QTest::newRow("replay_expired") << 409 << QByteArray("replay_expired") << ErrorKind::ReplayExpired;
    QTest::newRow("account_gone") << 409 << QByteArray("account_gone") << ErrorKind::AccountGone;
    QTest::newRow("last_admin") << 409 << QByteArray("last_admin") << ErrorKind::LastAdmin;
    QTest::newRow("an unknown one") << 409 << QByteArray("else") << ErrorKind::Conflict;
    QTest::newRow("key_reused") << 422 << QByteArray("key_reused") << ErrorKind::KeyReused;
    QTest::newRow("invalid") << 422 << QByteArray("invalid") << ErrorKind::Invalid;
    QTest::newRow("a code under another status") << 400 << QByteArray("name_taken") << ErrorKind::BadRequest;
}

void TestErrorReader::takesTheKindFromTheCode()
{
    QFETCH(int, status);
    QFETCH(QByteArray, code);
    QFETCH(ErrorKind, kind);
    QCOMPARE(errorOf(status, R"({"code":")" + code + R"("})").kind, kind);
    QCOMPARE(errorOf(status, R"({"error_code":")" + code + R"(","error_details":"x"})").kind, kind);
}

void TestErrorReader::findsTheMessage_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("message");

    const QByteArray json = "application/json";
    const QByteArray plain = "text/plain";
    const QString none;
    const QString said = QStringLiteral("What happened.");
    const auto row = [](const char *name, const QByteArray &type, const QByteArray &body,
                        const QString &message) { QTest::newRow(name) << type << body << message; };
    row("problem with detail", "application/problem+json",
        R"({"type":"about:blank","title":"Conflict","status":409,"detail":"What happened."})", said);
    row("problem with title alone", "application/problem+json", R"({"title":"What happened.","detail":""})",
        said);
    row("message", json, R"({"message":"What happened."})", said);
    row("error_code and error_details", json, R"({"error_code":"E7","error_details":"What happened."})",
        said);
    row("error_code alone", json, R"({"error_code":"E7"})", QStringLiteral("E7"));
    row("error and error_description", json, R"({"error":"e","error_description":"What happened."})", said);
    row("error alone", json, R"({"error":"What happened."})", said);
    row("error as an object", json, R"({"error":{"message":"What happened."}})", said);
    row("a JSON text", json, R"("What happened.")", said);
    row("JSON called plain text", plain, R"({"message":"What happened."})", said);
    row("plain text", plain, "What happened.\r\n", said);
    row("text without a type", "", "What happened.", said);
    row("text called JSON", json, "What happened.", said);
    row("HTML", "text/html", "<html><title>502</title></html>", none);
    row("HTML called JSON", json, "  <!DOCTYPE html><p>no</p>", none);
    row("XML", "application/xml", "<?xml version=\"1.0\"?><Error/>", none);
    row("HTML by its type alone", "text/html; charset=utf-8", "Bad gateway", none);
    row("broken JSON", json, R"({"message":"What happ)", none);
    row("JSON without anything known", json, R"({"x":1})", none);
    row("message of another type", json, R"({"message":["a"]})", none);
    row("an array", json, R"(["a"])", none);
    row("nothing", "", "", none);
    row("spaces", plain, " \r\n ", none);
}

void TestErrorReader::findsTheMessage()
{
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, body);
    const Error error = errorOf(500, body, {{"Content-Type", type}});
    QTEST(error.message, "message");
    QCOMPARE(error.kind, ErrorKind::ServerFault);
}

void TestErrorReader::readsTheFieldsThatWereRefused_data()
{
    QTest::addColumn<QByteArray>("errors");
    QTest::addColumn<QStringList>("fields");

    QTest::newRow("two") << QByteArray(R"([{"field":"name","code":"too_long","message":"Too long."},
                                           {"field":"roles","code":"required","message":"Needed."}])")
                         << QStringList{QStringLiteral("name|too_long|Too long."),
                                        QStringLiteral("roles|required|Needed.")};
    QTest::newRow("without a code") << QByteArray(R"([{"field":"name","detail":"Bad."}])")
                                    << QStringList{QStringLiteral("name||Bad.")};
    QTest::newRow("what is no error between")
        << QByteArray(R"([1,{},null,{"field":"name"}])") << QStringList{QStringLiteral("name||")};
    QTest::newRow("an object") << QByteArray(R"({"name":["Bad."]})") << QStringList();
    QTest::newRow("null") << QByteArray("null") << QStringList();
}

void TestErrorReader::readsTheFieldsThatWereRefused()
{
    QFETCH(QByteArray, errors);
    const Error error = errorOf(422, R"({"title":"Invalid","errors":)" + errors + "}");
    QCOMPARE(error.kind, ErrorKind::Invalid);
    QStringList found;
    for (const FieldError &field : error.fields)
        found.append(field.field + u'|' + field.code + u'|' + field.message);
    QTEST(found, "fields");
}

void TestErrorReader::makesAMessageFitForAWindow_data()
{
    QTest::addColumn<QByteArray>("said");
    QTest::addColumn<QString>("shown");

    QTest::newRow("line breaks and tabs") << QByteArray(R"(a\r\n\tb)") << QStringLiteral("a b");
    QTest::newRow("bell and escape") << QByteArray(R"(a\u0007\u001b[31mb)") << QStringLiteral("a [31mb");
    QTest::newRow("turned direction") << QByteArray(R"(a\u202egnp.exe\u2066)") << QStringLiteral("a gnp.exe");
    QTest::newRow("paragraph separator") << QByteArray(R"(a\u2029b)") << QStringLiteral("a b");
    QTest::newRow("hidden beyond the first plane")
        << QByteArray(R"(a\udb40\udc01b)") << QStringLiteral("a b");
    QTest::newRow("smiling") << QByteArray(R"(a\ud83d\ude00b)") << QStringLiteral("a\U0001F600b");
    QTest::newRow("very long, within a character")
        << QByteArray(499, 'x') + R"(\ud83d\ude00)" << QString(499, u'x');
    QTest::newRow("very long") << QByteArray(5000, 'x') << QString(500, u'x');
}

void TestErrorReader::makesAMessageFitForAWindow()
{
    QFETCH(QByteArray, said);
    QTEST(errorOf(500, R"({"message":")" + said + "\"}").message, "shown");
}

void TestErrorReader::readsHowLongToWait_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("date");
    QTest::addColumn<qint64>("seconds");

    const QByteArray none;
    QTest::newRow("seconds") << QByteArray("120") << none << qint64{120};
    QTest::newRow("none") << QByteArray("0") << none << qint64{0};
    QTest::newRow("below zero") << QByteArray("-5") << none << qint64{0};
    QTest::newRow("absurd") << QByteArray("999999999999") << none << qint64{86400};
    QTest::newRow("date") << QByteArray("Fri, 02 Jan 2026 03:05:05 GMT") << none << qint64{60};
    QTest::newRow("date in the past") << QByteArray("Fri, 02 Jan 2026 03:00:00 GMT") << none << qint64{0};
    QTest::newRow("date by the server's clock") << QByteArray("Fri, 02 Jan 2026 05:00:30 GMT")
                                                << QByteArray("Fri, 02 Jan 2026 05:00:00 GMT") << qint64{30};
    QTest::newRow("nonsense") << QByteArray("soon") << none << qint64{-1};
    QTest::newRow("absent") << none << none << qint64{-1};
}

void TestErrorReader::readsHowLongToWait()
{
    QFETCH(QByteArray, value);
    QFETCH(QByteArray, date);
    for (const int status : {429, 503}) {
        const Error error = errorOf(status, {}, {{"retry-after", value}, {"Date", date}});
        QTEST(error.retryAfter ? qint64{error.retryAfter->count()} : qint64{-1}, "seconds");
    }
}

void TestErrorReader::namesWhereARedirectPointsTo_data()
{
    QTest::addColumn<QByteArray>("location");
    QTest::addColumn<QString>("target");

    QTest::newRow("another host") << QByteArray("https://login.example/start?return=x#y")
                                  << QStringLiteral("https://login.example/start");
    QTest::newRow("with a user") << QByteArray("https://me:secret@login.example/")
                                 << QStringLiteral("https://login.example/");
    QTest::newRow("relative") << QByteArray("/login?token=abc") << QStringLiteral("/login");
    QTest::newRow("none") << QByteArray() << QString();
}

void TestErrorReader::namesWhereARedirectPointsTo()
{
    QFETCH(QByteArray, location);
    QTEST(errorOf(302, {}, {{"Location", location}}).target, "target");
}

void TestErrorReader::alwaysHasASentence_data()
{
    QTest::addColumn<int>("status");

    for (const int status : {302, 400, 401, 403, 404, 405, 409, 412, 418, 422, 428, 429, 500, 503, 599, 999})
        QTest::addRow("%d", status) << status;
}

void TestErrorReader::alwaysHasASentence()
{
    QFETCH(int, status);
    QVERIFY(!errorOf(status, {}).sentence().isEmpty());
}

QTEST_GUILESS_MAIN(TestErrorReader)
#include "tst_errorreader.moc"
