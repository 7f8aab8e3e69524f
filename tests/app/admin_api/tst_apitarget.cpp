#include "tests/app/admin_api/caught.h"
#include "tests/app/admin_api/samples.h"

#include <QTest>

using Reply = FaultServer::Reply;
using Request = FaultServer::Request;
using samples::always;
using samples::plenty;

Q_DECLARE_METATYPE(Reply)

/// Whom the client sends what to: the target and nobody else, and nothing where a token would be at risk.
class TestApiTarget : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void learnsThatKeysAreHonouredFromTheEcho_data();
    void learnsThatKeysAreHonouredFromTheEcho();
    void forgetsWhatAnotherServerProved();
    void keepsTheOldTargetForCallsInFlight();
    void signsInToTheNewTarget();
    void followsNoRedirect_data();
    void followsNoRedirect();
    void sendsNoCookieBack();
    void takesTheCredentialOutOfWhatTheServerSays();
    void sendsNothingWhereItMustNot_data();
    void sendsNothingWhereItMustNot();
    void refusesAnIdThatIsNoSegment_data();
    void refusesAnIdThatIsNoSegment();
};

void TestApiTarget::learnsThatKeysAreHonouredFromTheEcho_data()
{
    QTest::addColumn<Reply>("reply");
    QTest::addColumn<bool>("honours");

    const QByteArray body = samples::created();
    QTest::newRow("echoed") << Reply::json(200, body, "idempotency-key: k1\r\n") << true;
    QTest::newRow("not echoed") << Reply::json(200, body) << false;
    QTest::newRow("another key") << Reply::json(200, body, "Idempotency-Key: k2\r\n") << false;
    QTest::newRow("echoed by a failure") << Reply::json(502, "{}", "Idempotency-Key: k1\r\n") << false;
}

void TestApiTarget::learnsThatKeysAreHonouredFromTheEcho()
{
    QFETCH(Reply, reply);
    QFETCH(bool, honours);
    FaultServer server(always(reply));
    HttpAdminApi api;
    samples::connectTo(api, server.address());

    Caught<CreatedToken> created;
    const Call call =
        api.createServiceAccount(samples::newAccount(), QStringLiteral("k1"), plenty, this, created.then());
    QVERIFY(!api.honoursIdempotencyKeys());
    QVERIFY(created.wait());
    QCOMPARE(api.honoursIdempotencyKeys(), honours);
}

void TestApiTarget::forgetsWhatAnotherServerProved()
{
    FaultServer server(always(Reply::json(200, samples::created(), "Idempotency-Key: k1\r\n")));
    HttpAdminApi api;
    samples::connectTo(api, server.address());
    Caught<CreatedToken> created;
    const Call call =
        api.createServiceAccount(samples::newAccount(), QStringLiteral("k1"), plenty, this, created.then());
    QVERIFY(created.wait());
    samples::connectTo(api, server.address());
    QVERIFY(api.honoursIdempotencyKeys());

    samples::connectTo(api, QUrl(QStringLiteral("https://another.example")));
    QVERIFY(!api.honoursIdempotencyKeys());

    ApiTarget local = samples::target(QUrl(QStringLiteral("http://127.0.0.1:1")));
    local.honoursIdempotencyKeys = true;
    api.setTarget(local, {});
    QVERIFY(api.honoursIdempotencyKeys());
}

void TestApiTarget::keepsTheOldTargetForCallsInFlight()
{
    FaultServer before(always(Reply::json(200, samples::page({}))));
    FaultServer after(always(Reply::json(200, samples::page(samples::account()))));
    HttpAdminApi api;
    samples::connectTo(api, before.address());
    Caught<AccountPage> old;
    const Call call = api.listServiceAccounts({}, 100, plenty, this, old.then());
    samples::connectTo(api, after.address());
    QVERIFY(old.wait() && old.ok());
    QVERIFY(old.value().accounts.isEmpty());
    QCOMPARE(after.requests().size(), 0);
}

void TestApiTarget::signsInToTheNewTarget()
{
    FaultServer server(always(Reply::json(200, samples::page({}))));
    HttpAdminApi api;
    samples::connectTo(api, server.address());
    Caught<AccountPage> first;
    const Call one = api.listServiceAccounts({}, 100, plenty, this, first.then());
    QVERIFY(first.wait() && first.ok());

    api.setTarget(samples::target(server.address()), SecretText::fromUtf8("another"));
    Caught<AccountPage> second;
    const Call two = api.listServiceAccounts({}, 100, plenty, this, second.then());
    QVERIFY(second.wait() && second.ok());
    QCOMPARE(server.requests().at(1).header("Authorization"), QByteArray("Bearer another"));
}

void TestApiTarget::followsNoRedirect_data()
{
    QTest::addColumn<int>("status");

    for (const int status : {301, 302, 303, 307, 308})
        QTest::addRow("%d", status) << status;
}

void TestApiTarget::followsNoRedirect()
{
    QFETCH(int, status);
    FaultServer elsewhere(always(Reply::json(200, samples::created())));
    QUrl target = elsewhere.address();
    target.setUserName(QStringLiteral("me"));
    target.setPassword(QStringLiteral("secret"));
    target.setPath(QStringLiteral("/there"));
    target.setQuery(QStringLiteral("ticket=1"));
    FaultServer server(always(Reply::json(status, "{}", "Location: " + target.toEncoded() + "\r\n")));
    HttpAdminApi api;
    samples::connectTo(api, server.address());

    Caught<AccountPage> listed;
    const Call list = api.listServiceAccounts({}, 100, plenty, this, listed.then());
    Caught<CreatedToken> created;
    const Call create =
        api.createServiceAccount(samples::newAccount(), QStringLiteral("k"), plenty, this, created.then());
    Caught<Done> deleted;
    const Call remove = api.deleteServiceAccount(QStringLiteral("a1"), plenty, this, deleted.then());
    QVERIFY(listed.wait() && created.wait() && deleted.wait());

    QCOMPARE(listed.kind(), ErrorKind::Redirected);
    QCOMPARE(created.kind(), ErrorKind::Redirected);
    QCOMPARE(deleted.kind(), ErrorKind::Redirected);
    QCOMPARE(created.error().target, elsewhere.address().toString() + QStringLiteral("/there"));
    QCOMPARE(server.requests().size(), 3);
    QCOMPARE(elsewhere.connections(), 0);
}

void TestApiTarget::sendsNoCookieBack()
{
    FaultServer server(always(Reply::json(200, samples::page({}), "Set-Cookie: a=b; Path=/\r\n")));
    HttpAdminApi api;
    samples::connectTo(api, server.address());
    for (int i = 0; i < 2; ++i) {
        Caught<AccountPage> listed;
        const Call call = api.listServiceAccounts({}, 100, plenty, this, listed.then());
        QVERIFY(listed.wait() && listed.ok());
    }
    QVERIFY(!server.requests().at(1).hasHeader("Cookie"));
}

void TestApiTarget::takesTheCredentialOutOfWhatTheServerSays()
{
    const QByteArray body = R"({"detail":"unknown token )" + samples::credential + R"(."})";
    FaultServer server(always(Reply::json(401, body, "X-Request-Id: " + samples::credential + "\r\n")));
    HttpAdminApi api;
    samples::connectTo(api, server.address());
    Caught<AccountPage> listed;
    const Call call = api.listServiceAccounts({}, 100, plenty, this, listed.then());
    QVERIFY(listed.wait());
    QCOMPARE(listed.error().message, QStringLiteral("unknown token …."));
    QVERIFY(!listed.error().details().contains(QString::fromLatin1(samples::credential)));
}

void TestApiTarget::sendsNothingWhereItMustNot_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QByteArray>("credential");
    QTest::addColumn<ErrorKind>("kind");

    const QByteArray good = samples::credential;
    QTest::newRow("no address") << QString() << good << ErrorKind::Unreachable;
    QTest::newRow("no host") << QStringLiteral("https://") << good << ErrorKind::Unreachable;
    QTest::newRow("http to another computer")
        << QStringLiteral("http://api.example") << good << ErrorKind::InsecureAddress;
    QTest::newRow("no credential") << QStringLiteral("http://127.0.0.1:%1") << QByteArray()
                                   << ErrorKind::Unauthorized;
    QTest::newRow("a line break in the credential")
        << QStringLiteral("http://127.0.0.1:%1") << QByteArray("a\r\nX-Evil: 1") << ErrorKind::Unauthorized;
    QTest::newRow("a letter that no header can hold")
        << QStringLiteral("http://127.0.0.1:%1") << QByteArray("tokén") << ErrorKind::Unauthorized;
}

void TestApiTarget::sendsNothingWhereItMustNot()
{
    QFETCH(QString, address);
    QFETCH(QByteArray, credential);
    QFETCH(ErrorKind, kind);
    FaultServer server(always(Reply::json(200, samples::page({}))));
    if (address.contains(u'%'))
        address = address.arg(server.address().port());
    HttpAdminApi api;
    api.setTarget(samples::target(QUrl(address)), SecretText::fromUtf8(credential));

    Caught<AccountPage> listed;
    const Call call = api.listServiceAccounts({}, 100, plenty, this, listed.then());
    QVERIFY(listed.wait());
    QCOMPARE(listed.kind(), kind);
    QCOMPARE(server.connections(), 0);
}

void TestApiTarget::refusesAnIdThatIsNoSegment_data()
{
    QTest::addColumn<QString>("id");

    QTest::newRow("empty") << QString();
    QTest::newRow("this folder") << QStringLiteral(".");
    QTest::newRow("the folder above") << QStringLiteral("..");
}

void TestApiTarget::refusesAnIdThatIsNoSegment()
{
    QFETCH(QString, id);
    FaultServer server(always(Reply::json(204, {})));
    HttpAdminApi api;
    samples::connectTo(api, server.address());

    Caught<Done> deleted;
    const Call call = api.deleteServiceAccount(id, plenty, this, deleted.then());
    QVERIFY(deleted.wait());
    QVERIFY(!deleted.ok());
    QCOMPARE(deleted.kind(), ErrorKind::NotFound);
    QCOMPARE(server.connections(), 0);
}

QTEST_GUILESS_MAIN(TestApiTarget)
#include "tst_apitarget.moc"
