#include "tests/app/admin_api/caught.h"
#include "tests/app/admin_api/samples.h"

#include <QTest>

#include <memory>

using namespace std::chrono_literals;
using Reply = FaultServer::Reply;
using samples::always;
using samples::plenty;

/// How calls of the client end early, and that none is answered from inside itself.
class TestCallLifetime : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersLaterAlsoWhenItRefusesAtOnce();
    void answersNothingAfterCancelling();
    void answersNothingAfterItsHandleIsGone();
    void answersNothingAfterItsContextIsGone();
    void cancelsWhatIsInFlightWhenItIsDestroyed();
    void mayBeDestroyedByAnAnswer();
    void endsWhileTheAuthoritiesAreStillBeingRead();
};

void TestCallLifetime::answersLaterAlsoWhenItRefusesAtOnce()
{
    HttpAdminApi api;
    Caught<AccountPage> listed;
    const Call call = api.listServiceAccounts({}, 100, plenty, this, listed.then());
    QVERIFY(!listed.came());
    QVERIFY(call.isRunning());
    QTRY_COMPARE(listed.times(), 1);
    QVERIFY(!call.isRunning());
}

void TestCallLifetime::answersNothingAfterCancelling()
{
    FaultServer server(always(Reply::silence()));
    HttpAdminApi api;
    samples::connectTo(api, server.address());
    Caught<AccountPage> listed;
    Call call = api.listServiceAccounts({}, 100, plenty, this, listed.then());
    QTRY_COMPARE(server.requests().size(), 1);
    call.cancel();
    QVERIFY(!call.isRunning());

    // What comes after it proves that the event loop went round.
    server.setScript(always(Reply::json(200, samples::page({}))));
    Caught<AccountPage> next;
    const Call again = api.listServiceAccounts({}, 100, plenty, this, next.then());
    QVERIFY(next.wait() && next.ok());
    QVERIFY(!listed.came());
}

void TestCallLifetime::answersNothingAfterItsHandleIsGone()
{
    HttpAdminApi api;
    Caught<AccountPage> dropped;
    {
        const Call call = api.listServiceAccounts({}, 100, plenty, this, dropped.then());
    }
    Caught<AccountPage> next;
    const Call again = api.listServiceAccounts({}, 100, plenty, this, next.then());
    QVERIFY(next.wait());
    QVERIFY(!dropped.came());
}

void TestCallLifetime::answersNothingAfterItsContextIsGone()
{
    FaultServer server(always(Reply::silence()));
    HttpAdminApi api;
    samples::connectTo(api, server.address());
    auto context = std::make_unique<QObject>();
    Caught<CreatedToken> created;
    const Call call = api.createServiceAccount(samples::newAccount(), QStringLiteral("k"), plenty,
                                               context.get(), created.then());
    QTRY_COMPARE(server.requests().size(), 1);
    context.reset();
    QVERIFY(!call.isRunning());

    server.setScript(always(Reply::json(200, samples::page({}))));
    Caught<AccountPage> next;
    const Call again = api.listServiceAccounts({}, 100, plenty, this, next.then());
    QVERIFY(next.wait() && next.ok());
    QVERIFY(!created.came());
    QCOMPARE(server.count("POST"), 1);
}

void TestCallLifetime::cancelsWhatIsInFlightWhenItIsDestroyed()
{
    FaultServer server(always(Reply::silence()));
    auto api = std::make_unique<HttpAdminApi>();
    samples::connectTo(*api, server.address());
    Caught<CreatedToken> created;
    const Call call =
        api->createServiceAccount(samples::newAccount(), QStringLiteral("k"), plenty, this, created.then());
    QTRY_COMPARE(server.requests().size(), 1);
    api.reset();
    QVERIFY(!created.came());
    QTRY_COMPARE(created.times(), 1);
    QCOMPARE(created.kind(), ErrorKind::Cancelled);
}

void TestCallLifetime::mayBeDestroyedByAnAnswer()
{
    FaultServer server(always(Reply::json(200, samples::page({}))));
    auto api = std::make_unique<HttpAdminApi>();
    samples::connectTo(*api, server.address());
    bool answered = false;
    const Call call = api->listServiceAccounts({}, 100, plenty, this, [&](Result<AccountPage> page) {
        answered = page.ok();
        api.reset();
    });
    QTRY_VERIFY(answered);
}

void TestCallLifetime::endsWhileTheAuthoritiesAreStillBeingRead()
{
    // Of the three calls none gets as far as a connection; the address leads nowhere anyway.
    const QUrl nowhere(QStringLiteral("https://127.0.0.1:1"));
    auto api = std::make_unique<HttpAdminApi>();
    samples::connectTo(*api, nowhere);
    Caught<AccountPage> abandoned;
    {
        const Call call = api->listServiceAccounts({}, 100, plenty, this, abandoned.then());
    }
    Caught<AccountPage> cancelled;
    const Call call = api->listServiceAccounts({}, 100, plenty, this, cancelled.then());
    api.reset();
    QVERIFY(cancelled.wait());
    QCOMPARE(cancelled.kind(), ErrorKind::Cancelled);
    QVERIFY(!abandoned.came());

    HttpAdminApi late;
    samples::connectTo(late, nowhere);
    Caught<AccountPage> overdue;
    const Call third = late.listServiceAccounts({}, 100, 0ms, this, overdue.then());
    QVERIFY(overdue.wait());
    QCOMPARE(overdue.kind(), ErrorKind::Unreachable);
}

QTEST_GUILESS_MAIN(TestCallLifetime)
#include "tst_calllifetime.moc"
