#include "app/admin_api/httpadminapifactory.h"
#include "tests/app/admin_api/caught.h"
#include "tests/app/admin_api/samples.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using Reply = FaultServer::Reply;
using Request = FaultServer::Request;
using samples::always;
using samples::plenty;

Q_DECLARE_METATYPE(Reply)

/// What goes out for each call, and what comes back.
class TestHttpAdminApi : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listsAPage();
    void readsOneAccountWithItsEtag();
    void createsAndGivesOutTheToken_data();
    void createsAndGivesOutTheToken();
    void updatesUnderTheConditionOfTheEtag();
    void updatesWithoutAConditionWhenThereIsNoEtag();
    void tellsAStaleUpdate();
    void deletes_data();
    void deletes();
    void tellsWhoIsSignedIn();
};

void TestHttpAdminApi::listsAPage()
{
    FaultServer server(always(Reply::json(200, samples::page(samples::account(), "\"next/+=&\""),
                                          "Date: Fri, 02 Jan 2026 03:04:05 GMT\r\n")));
    const auto api = HttpAdminApiFactory().create();
    QUrl address = server.address();
    address.setPath(QStringLiteral("/behind/a/proxy/"));
    api->setTarget(samples::target(address), SecretText::fromUtf8(samples::credential));

    Caught<AccountPage> first;
    const Call one = api->listServiceAccounts({}, 1000, plenty, this, first.then());
    QVERIFY(first.wait() && first.ok());
    QCOMPARE(first.value().accounts.size(), 1);
    QCOMPARE(first.value().accounts.constFirst().name, QStringLiteral("ci_deploy"));
    QCOMPARE(first.value().nextPageToken, QStringLiteral("next/+=&"));
    QCOMPARE(first.value().serverTime, QDateTime(QDate(2026, 1, 2), QTime(3, 4, 5), Qt::UTC));

    Caught<AccountPage> second;
    const Call two = api->listServiceAccounts(first.value().nextPageToken, 100, plenty, this, second.then());
    QVERIFY(second.wait() && second.ok());

    const QByteArray path = "/behind/a/proxy/api/admin/v1/service-accounts";
    QCOMPARE(server.requests().at(0).target, path + "?limit=1000");
    QCOMPARE(server.requests().at(1).target, path + "?limit=100&page_token=next%2F%2B%3D%26");
    QCOMPARE(server.requests().at(0).method, QByteArray("GET"));
    QCOMPARE(server.requests().at(0).header("Authorization"), "Bearer " + samples::credential);
    QVERIFY(!server.requests().at(0).hasHeader("Upgrade"));
}

void TestHttpAdminApi::readsOneAccountWithItsEtag()
{
    FaultServer server(always(Reply::json(200, samples::account(), "ETag: \"r7\"\r\n")));
    HttpAdminApi api;
    samples::connectTo(api, server.address());

    Caught<ServiceAccount> got;
    const Call call = api.serviceAccount(QStringLiteral("a/1 ä?#%"), plenty, this, got.then());
    QVERIFY(got.wait() && got.ok());
    QCOMPARE(got.value().id, QStringLiteral("a1"));
    QCOMPARE(got.value().etag, QStringLiteral("\"r7\""));
    QCOMPARE(server.requests().at(0).target,
             QByteArray("/api/admin/v1/service-accounts/a%2F1%20%C3%A4%3F%23%25"));
}

void TestHttpAdminApi::createsAndGivesOutTheToken_data()
{
    QTest::addColumn<int>("status");

    QTest::newRow("200") << 200;
    QTest::newRow("201") << 201;
}

void TestHttpAdminApi::createsAndGivesOutTheToken()
{
    QFETCH(int, status);
    FaultServer server(always(Reply::json(status, samples::created())));
    HttpAdminApi api;
    samples::connectTo(api, server.address());

    Caught<CreatedToken> created;
    const Call call = api.createServiceAccount(samples::newAccount(), QStringLiteral("one-click"), plenty,
                                               this, created.then());
    QVERIFY(created.wait() && created.ok());
    QVERIFY(created.value().token.equals(SecretText::fromUtf8(samples::token)));
    QCOMPARE(created.value().account.name, QStringLiteral("ci_deploy"));

    const Request &request = server.requests().at(0);
    QCOMPARE(request.method, QByteArray("POST"));
    QCOMPARE(request.target, QByteArray("/api/admin/v1/service-accounts"));
    QCOMPARE(request.header("Content-Type"), QByteArray("application/json"));
    QCOMPARE(request.header("Content-Length"), QByteArray::number(request.body.size()));
    QCOMPARE(request.header("Idempotency-Key"), QByteArray("one-click"));
    QCOMPARE(QJsonDocument::fromJson(request.body).object().value(QStringLiteral("name")).toString(),
             QStringLiteral("ci_deploy"));
}

void TestHttpAdminApi::updatesUnderTheConditionOfTheEtag()
{
    FaultServer server(always(Reply::json(200, samples::account(), "ETag: \"r8\"\r\n")));
    HttpAdminApi api;
    samples::connectTo(api, server.address());

    Caught<ServiceAccount> updated;
    const Call call = api.updateServiceAccount(QStringLiteral("a1"), samples::changes(),
                                               QStringLiteral("\"r7\""), plenty, this, updated.then());
    QVERIFY(updated.wait() && updated.ok());
    QCOMPARE(updated.value().etag, QStringLiteral("\"r8\""));
    const Request &request = server.requests().at(0);
    QCOMPARE(request.method, QByteArray("PUT"));
    QCOMPARE(request.target, QByteArray("/api/admin/v1/service-accounts/a1"));
    QCOMPARE(request.header("If-Match"), QByteArray("\"r7\""));
    QCOMPARE(request.body, QByteArray(R"({"description":"CI","roles":["Deployment"]})"));
}

void TestHttpAdminApi::updatesWithoutAConditionWhenThereIsNoEtag()
{
    FaultServer server(always(Reply::json(200, samples::account())));
    HttpAdminApi api;
    samples::connectTo(api, server.address());

    Caught<ServiceAccount> updated;
    const Call call =
        api.updateServiceAccount(QStringLiteral("a1"), samples::changes(), {}, plenty, this, updated.then());
    QVERIFY(updated.wait() && updated.ok());
    QVERIFY(!server.requests().at(0).hasHeader("If-Match"));
}

void TestHttpAdminApi::tellsAStaleUpdate()
{
    FaultServer server(always(Reply::json(412, "{}", "X-Request-Id: req-12\r\n")));
    HttpAdminApi api;
    samples::connectTo(api, server.address());

    Caught<ServiceAccount> updated;
    const Call call = api.updateServiceAccount(QStringLiteral("a1"), samples::changes(),
                                               QStringLiteral("\"r1\""), plenty, this, updated.then());
    QVERIFY(updated.wait());
    QCOMPARE(updated.kind(), ErrorKind::Stale);
    QCOMPARE(updated.error().httpStatus, 412);
    QCOMPARE(updated.error().method, QStringLiteral("PUT"));
    QCOMPARE(updated.error().requestId, QStringLiteral("req-12"));
}

void TestHttpAdminApi::deletes_data()
{
    QTest::addColumn<Reply>("reply");
    QTest::addColumn<bool>("ok");
    QTest::addColumn<ErrorKind>("kind");

    const auto none = ErrorKind::UnexpectedStatus;
    QTest::newRow("204") << Reply::json(204, {}) << true << none;
    QTest::newRow("200 without a body") << Reply::json(200, {}) << true << none;
    QTest::newRow("200 with a message") << Reply::json(200, R"({"message":"ok"})") << true << none;
    QTest::newRow("200 with a text") << Reply::typed(200, "text/plain", "deleted") << true << none;
    QTest::newRow("gone already") << Reply::json(404, "{}") << true << none;
    QTest::newRow("gone for good") << Reply::json(410, "{}") << true << none;
    QTest::newRow("200 of a sign-in page")
        << Reply::typed(200, "text/html", "<html></html>") << false << ErrorKind::Unreadable;
    QTest::newRow("404 of a gateway")
        << Reply::typed(404, "text/html", "<html>no route</html>") << false << ErrorKind::Unreadable;
    QTest::newRow("accepted, not done") << Reply::json(202, "{}") << false << ErrorKind::Unreadable;
    QTest::newRow("the last Admin") << Reply::json(409, R"({"code":"last_admin"})") << false
                                    << ErrorKind::LastAdmin;
    QTest::newRow("not allowed") << Reply::json(403, "{}") << false << ErrorKind::Forbidden;
}

void TestHttpAdminApi::deletes()
{
    QFETCH(Reply, reply);
    QFETCH(bool, ok);
    QFETCH(ErrorKind, kind);
    FaultServer server(always(reply));
    HttpAdminApi api;
    samples::connectTo(api, server.address());

    Caught<Done> deleted;
    const Call call = api.deleteServiceAccount(QStringLiteral("a1"), plenty, this, deleted.then());
    QVERIFY(deleted.wait());
    QCOMPARE(deleted.ok(), ok);
    QCOMPARE(deleted.kind(), kind);
    QCOMPARE(server.requests().at(0).method, QByteArray("DELETE"));
    QCOMPARE(server.requests().at(0).target, QByteArray("/api/admin/v1/service-accounts/a1"));
}

void TestHttpAdminApi::tellsWhoIsSignedIn()
{
    FaultServer server(always(Reply::json(200, R"({"user":{"id":"u1","name":"Somebody"}})")));
    HttpAdminApi api;
    ApiTarget target = samples::target(server.address());
    target.resourcePath = QStringLiteral("/api/admin/v9/robots");
    api.setTarget(target, SecretText::fromUtf8(samples::credential));

    Caught<Session> session;
    const Call call = api.session(plenty, this, session.then());
    QVERIFY(session.wait() && session.ok());
    QCOMPARE(session.value().userName, QStringLiteral("Somebody"));
    QCOMPARE(server.requests().at(0).target, QByteArray("/api/client/v1/session"));
}

QTEST_GUILESS_MAIN(TestHttpAdminApi)
#include "tst_httpadminapi.moc"
