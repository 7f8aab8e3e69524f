#include "tests/app/admin_api/caught.h"
#include "tests/app/admin_api/samples.h"

#include <QTcpServer>
#include <QTest>

using namespace std::chrono_literals;
using Reply = FaultServer::Reply;
using Request = FaultServer::Request;
using samples::always;
using samples::plenty;

Q_DECLARE_METATYPE(Reply)

namespace {

HttpLimits quick()
{
    HttpLimits limits;
    limits.idle = 300ms;
    return limits;
}

/// Answers the first request well, so that the second one comes over a reused connection, and that as told.
FaultServer::Script goodThen(const Reply &first, const Reply &second)
{
    return
        [=, count = std::make_shared<int>(0)](const Request &) { return (*count)++ == 0 ? first : second; };
}

} // namespace

/// What the client makes of a wire and of servers that fail: one write is one request, and each failure has
/// its kind.
class TestExchange : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sendsOneWriteOnceHoweverItFails_data();
    void sendsOneWriteOnceHoweverItFails();
    void sendsOneWriteOnceOnAReusedConnection_data();
    void sendsOneWriteOnceOnAReusedConnection();
    void staysUsableAfterAFailedWrite();
    void deletesAlthoughTheConnectionWasLost();
    void tellsTheKindsOfFailureApart_data();
    void tellsTheKindsOfFailureApart();
    void countsARefusalWhoseBodyIsCut();
    void endsACallThatIsSilent();
    void endsACallThatDripsAtItsDeadline();
    void readsAnAnswerThatDripsInTime();
    void endsACallThatNobodyAccepts();
    void readsUpToTheCapAndNoFurther_data();
    void readsUpToTheCapAndNoFurther();
    void refusesABombOfZeros();
    void keepsTheStatusOfAnEndlessRefusal();
};

void TestExchange::sendsOneWriteOnceHoweverItFails_data()
{
    QTest::addColumn<Reply>("reply");
    QTest::addColumn<ErrorKind>("kind");

    const Reply good = Reply::json(200, samples::created());
    QTest::newRow("closed before the answer") << Reply::close() << ErrorKind::Cut;
    QTest::newRow("reset before the answer") << Reply::reset() << ErrorKind::Cut;
    QTest::newRow("garbage") << Reply::raw("\x16\x03\x01 no HTTP at all\r\n\r\n") << ErrorKind::Cut;
    QTest::newRow("half a head") << Reply::raw("HTTP/1.1 200 OK\r\nContent-Le") << ErrorKind::Cut;
    QTest::newRow("200 cut") << good.cutBy(30) << ErrorKind::Cut;
    QTest::newRow("201 cut") << Reply::json(201, samples::created()).cutBy(30) << ErrorKind::Cut;
    QTest::newRow("200 without its body") << good.cutBy(samples::created().size()) << ErrorKind::Cut;
    QTest::newRow("chunks cut")
        << Reply::raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n8\r\n{\"id\":\"a")
        << ErrorKind::Cut;
    QTest::newRow("cut, and no length said")
        << Reply::raw("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + samples::created().chopped(9))
        << ErrorKind::Unreadable;
    QTest::newRow("HTML of a sign-in page")
        << Reply::typed(200, "text/html", "<html>Sign in</html>") << ErrorKind::Unreadable;
}

void TestExchange::sendsOneWriteOnceHoweverItFails()
{
    QFETCH(Reply, reply);
    QFETCH(ErrorKind, kind);
    FaultServer server(always(reply));
    HttpAdminApi api;
    samples::connectTo(api, server.address());

    Caught<CreatedToken> created;
    const Call create =
        api.createServiceAccount(samples::newAccount(), QStringLiteral("k"), plenty, this, created.then());
    QVERIFY(created.wait());
    QCOMPARE(created.kind(), kind);
    QVERIFY(created.error().leavesOutcomeUnknown());

    Caught<ServiceAccount> updated;
    const Call update = api.updateServiceAccount(QStringLiteral("a1"), samples::changes(),
                                                 QStringLiteral("\"1\""), plenty, this, updated.then());
    QVERIFY(updated.wait());
    QCOMPARE(updated.kind(), kind);

    QCOMPARE(server.count("POST"), 1);
    QCOMPARE(server.count("PUT"), 1);
}

void TestExchange::sendsOneWriteOnceOnAReusedConnection_data()
{
    QTest::addColumn<Reply>("reply");

    QTest::newRow("closed") << Reply::close();
    QTest::newRow("reset") << Reply::reset();
    QTest::newRow("garbage") << Reply::raw("garbage\r\n\r\n");
}

void TestExchange::sendsOneWriteOnceOnAReusedConnection()
{
    QFETCH(Reply, reply);
    FaultServer server(goodThen(Reply::json(200, samples::page({})), reply));
    HttpAdminApi api;
    samples::connectTo(api, server.address());

    Caught<AccountPage> listed;
    const Call list = api.listServiceAccounts({}, 100, plenty, this, listed.then());
    QVERIFY(listed.wait() && listed.ok());
    Caught<CreatedToken> created;
    const Call create =
        api.createServiceAccount(samples::newAccount(), QStringLiteral("k"), plenty, this, created.then());
    QVERIFY(created.wait());

    QCOMPARE(created.kind(), ErrorKind::Cut);
    QCOMPARE(server.count("POST"), 1);
    QCOMPARE(server.requests().at(1).connection, server.requests().at(0).connection);
}

void TestExchange::staysUsableAfterAFailedWrite()
{
    FaultServer server(goodThen(Reply::close(), Reply::json(200, samples::created())));
    HttpAdminApi api;
    samples::connectTo(api, server.address());

    Caught<CreatedToken> first;
    const Call one =
        api.createServiceAccount(samples::newAccount(), QStringLiteral("k"), plenty, this, first.then());
    QVERIFY(first.wait());
    QCOMPARE(first.kind(), ErrorKind::Cut);
    Caught<CreatedToken> second;
    const Call two =
        api.createServiceAccount(samples::newAccount(), QStringLiteral("k"), plenty, this, second.then());
    QVERIFY(second.wait() && second.ok());
    QVERIFY(second.value().token.equals(SecretText::fromUtf8(samples::token)));
    QCOMPARE(server.requests().at(0).header("Idempotency-Key"),
             server.requests().at(1).header("Idempotency-Key"));
}

void TestExchange::deletesAlthoughTheConnectionWasLost()
{
    // The first try did delete, its answer was lost, and QNetworkAccessManager asks again by itself.
    FaultServer server(goodThen(Reply::close(), Reply::json(404, "{}")));
    HttpAdminApi api;
    samples::connectTo(api, server.address());

    Caught<Done> deleted;
    const Call call = api.deleteServiceAccount(QStringLiteral("a1"), plenty, this, deleted.then());
    QVERIFY(deleted.wait());
    QVERIFY(deleted.ok());
    QCOMPARE(server.count("DELETE"), 2);
}

void TestExchange::tellsTheKindsOfFailureApart_data()
{
    QTest::addColumn<Reply>("reply");
    QTest::addColumn<ErrorKind>("kind");

    const Reply good = Reply::json(200, samples::page(samples::account()));
    QTest::newRow("closed") << Reply::close() << ErrorKind::Cut;
    QTest::newRow("reset") << Reply::reset() << ErrorKind::Cut;
    QTest::newRow("cut") << good.cutBy(5) << ErrorKind::Cut;
    QTest::newRow("not JSON") << Reply::json(200, "hello") << ErrorKind::Unreadable;
    QTest::newRow("nothing") << Reply::json(200, "") << ErrorKind::Unreadable;
    QTest::newRow("HTML") << Reply::typed(200, "text/html", "<html></html>") << ErrorKind::Unreadable;
    QTest::newRow("401 asking for Basic")
        << Reply::json(401, "{}", "WWW-Authenticate: Basic realm=\"x\"\r\n") << ErrorKind::Unauthorized;
    QTest::newRow("407") << Reply::json(407, "{}", "Proxy-Authenticate: Basic realm=\"x\"\r\n")
                         << ErrorKind::UnexpectedStatus;
    QTest::newRow("502 of a proxy") << Reply::typed(502, "text/html", "<html>Bad Gateway</html>")
                                    << ErrorKind::ServerFault;
}

void TestExchange::tellsTheKindsOfFailureApart()
{
    QFETCH(Reply, reply);
    QFETCH(ErrorKind, kind);
    FaultServer server(always(reply));
    HttpAdminApi api;
    samples::connectTo(api, server.address());

    Caught<AccountPage> listed;
    const Call call = api.listServiceAccounts({}, 100, plenty, this, listed.then());
    QVERIFY(listed.wait());
    QVERIFY(!listed.ok());
    QCOMPARE(listed.kind(), kind);
    QCOMPARE(listed.error().method, QStringLiteral("GET"));
    QCOMPARE(listed.error().path, QStringLiteral("/api/admin/v1/service-accounts"));
    QCOMPARE(listed.error().host, server.address().authority());
}

void TestExchange::countsARefusalWhoseBodyIsCut()
{
    FaultServer server([](const Request &) { return Reply::json(409, R"({"code":"name_taken"})").cutBy(4); });
    HttpAdminApi api;
    samples::connectTo(api, server.address());

    Caught<CreatedToken> created;
    const Call call =
        api.createServiceAccount(samples::newAccount(), QStringLiteral("k"), plenty, this, created.then());
    QVERIFY(created.wait());
    QCOMPARE(created.kind(), ErrorKind::Conflict);
    QCOMPARE(created.error().httpStatus, 409);
}

void TestExchange::endsACallThatIsSilent()
{
    FaultServer server([](const Request &) { return Reply::silence(); });
    HttpAdminApi api(quick());
    samples::connectTo(api, server.address());

    Caught<CreatedToken> created;
    const Call call =
        api.createServiceAccount(samples::newAccount(), QStringLiteral("k"), plenty, this, created.then());
    QVERIFY(created.wait());
    QCOMPARE(created.kind(), ErrorKind::TimedOut);
    QCOMPARE(server.count("POST"), 1);
}

void TestExchange::endsACallThatDripsAtItsDeadline()
{
    const Reply drip = Reply::json(200, samples::page({}) + QByteArray(10000, ' ')).dripping(5ms);
    FaultServer server([drip](const Request &) { return drip; });
    HttpAdminApi api;
    samples::connectTo(api, server.address());

    Caught<AccountPage> listed;
    const Call call = api.listServiceAccounts({}, 100, 500ms, this, listed.then());
    QVERIFY(listed.wait());
    QCOMPARE(listed.kind(), ErrorKind::TimedOut);
}

void TestExchange::readsAnAnswerThatDripsInTime()
{
    // As a whole longer than the idle deadline, with no silence of that length.
    const Reply drip = Reply::json(200, samples::page({}) + QByteArray(100, ' ')).dripping(10ms);
    FaultServer server([drip](const Request &) { return drip; });
    HttpLimits limits;
    limits.idle = 1s;
    HttpAdminApi api(limits);
    samples::connectTo(api, server.address());

    Caught<AccountPage> listed;
    const Call call = api.listServiceAccounts({}, 100, plenty, this, listed.then());
    QVERIFY(listed.wait());
    QVERIFY(listed.ok());
}

void TestExchange::endsACallThatNobodyAccepts()
{
    QTcpServer closed;
    QVERIFY(closed.listen(QHostAddress::LocalHost));
    QUrl address(QStringLiteral("http://127.0.0.1"));
    address.setPort(closed.serverPort());
    closed.close();
    HttpAdminApi api;
    samples::connectTo(api, address);

    Caught<CreatedToken> created;
    const Call call =
        api.createServiceAccount(samples::newAccount(), QStringLiteral("k"), plenty, this, created.then());
    QVERIFY(created.wait());
    QCOMPARE(created.kind(), ErrorKind::Unreachable);
    QVERIFY(!created.error().leavesOutcomeUnknown());
}

void TestExchange::readsUpToTheCapAndNoFurther_data()
{
    QTest::addColumn<qsizetype>("spaces");
    QTest::addColumn<bool>("lengthIsSaid");
    QTest::addColumn<bool>("fits");

    const qsizetype cap = 1 << 20;
    const qsizetype room = cap - samples::account().size();
    QTest::newRow("exactly the cap") << room << true << true;
    QTest::newRow("one byte more, announced") << room + 1 << true << false;
    QTest::newRow("exactly the cap, not announced") << room << false << true;
    QTest::newRow("one byte more, not announced") << room + 1 << false << false;
    QTest::newRow("fifty times as much, not announced") << 50 * cap << false << false;
}

void TestExchange::readsUpToTheCapAndNoFurther()
{
    QFETCH(qsizetype, spaces);
    QFETCH(bool, lengthIsSaid);
    QFETCH(bool, fits);
    const QByteArray body = samples::account() + QByteArray(spaces, ' ');
    const Reply reply = lengthIsSaid ? Reply::json(200, body)
                                     : Reply::raw("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + body);
    FaultServer server(always(reply));
    HttpAdminApi api;
    samples::connectTo(api, server.address());

    Caught<ServiceAccount> got;
    const Call call = api.serviceAccount(QStringLiteral("a1"), plenty, this, got.then());
    QVERIFY(got.wait());
    QCOMPARE(got.ok(), fits);
    if (!fits)
        QCOMPARE(got.kind(), ErrorKind::TooLarge);
}

void TestExchange::refusesABombOfZeros()
{
    // qCompress writes four bytes of length before the zlib stream, which is what HTTP calls "deflate".
    const QByteArray packed = qCompress(QByteArray(40 << 20, ' '), 9).mid(4);
    const Reply reply = Reply::json(200, packed, "Content-Encoding: deflate\r\n");
    FaultServer server(always(reply));
    HttpAdminApi api;
    samples::connectTo(api, server.address());

    Caught<AccountPage> listed;
    const Call list = api.listServiceAccounts({}, 100, plenty, this, listed.then());
    Caught<ServiceAccount> got;
    const Call get = api.serviceAccount(QStringLiteral("a1"), plenty, this, got.then());
    QVERIFY(listed.wait() && got.wait());
    QCOMPARE(listed.kind(), ErrorKind::TooLarge);
    QCOMPARE(got.kind(), ErrorKind::TooLarge);
}

void TestExchange::keepsTheStatusOfAnEndlessRefusal()
{
    const Reply reply = Reply::json(403, QByteArray(4 << 20, 'x'));
    FaultServer server(always(reply));
    HttpAdminApi api;
    samples::connectTo(api, server.address());

    Caught<AccountPage> listed;
    const Call call = api.listServiceAccounts({}, 100, plenty, this, listed.then());
    QVERIFY(listed.wait());
    QCOMPARE(listed.kind(), ErrorKind::Forbidden);
    QVERIFY(listed.error().message.size() <= 500);
}

QTEST_GUILESS_MAIN(TestExchange)
#include "tst_exchange.moc"
