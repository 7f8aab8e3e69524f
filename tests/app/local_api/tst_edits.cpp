#include "tests/app/local_api/testserver.h"

#include <QJsonArray>
#include <QtTest>

using namespace std::chrono_literals;

/// Editing and deleting: ETags and what guards a change against another one.
class Edits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void needsIfMatchToUpdate();
    void ifMatchDecides_data();
    void ifMatchDecides();
    void givesANewETagForAChangeOnly();
    void beingUsedChangesNeitherETagNorUpdateDate();
    void deletesWithoutIfMatchButNotAgainstAStaleOne();
    void aTakenNameIsFreeAfterItsDeletion();
    void answers304ToAKnownETag();
    void theListHasAnETagThatIncludesLastUse();
    void protectsTheLastAdmin();
    void anExpiredAdminIsNoOtherAdmin();
    void writesAnEventForEachChange();

private:
    Reply update(const Reply &account, const QByteArray &etag, const QByteArray &body)
    {
        return m_server.call("PUT", TestServer::account(account), body, {{"If-Match", etag}});
    }

    TestServer m_server;
};

namespace {

const QByteArray changes = R"({"description":"changed","roles":["Deployment","Viewer"]})";
const QByteArray session = "/api/client/v1/session";
const QByteArray events = "/api/admin/v1/service-account-events";

} // namespace

void Edits::needsIfMatchToUpdate()
{
    const Reply created = m_server.create("needs_match");
    QCOMPARE(m_server.call("PUT", TestServer::account(created), changes).status, 428);
    QCOMPARE(m_server.call("PUT", TestServer::accounts + "/nobody", changes).status, 404);
}

void Edits::ifMatchDecides_data()
{
    QTest::addColumn<QByteArray>("ifMatch");
    QTest::addColumn<int>("status");

    QTest::newRow("the ETag") << QByteArray("ETAG") << 200;
    QTest::newRow("any") << QByteArray("*") << 200;
    QTest::newRow("among others") << QByteArray("\"x\", ETAG ,\"y\"") << 200;
    QTest::newRow("behind one with a comma") << QByteArray("\"x,y\",ETAG") << 200;
    QTest::newRow("another") << QByteArray("\"another\"") << 412;
    QTest::newRow("weak") << QByteArray("W/ETAG") << 412;
    QTest::newRow("empty") << QByteArray("") << 412;
    QTest::newRow("unquoted") << QByteArray("1") << 412;
}

void Edits::ifMatchDecides()
{
    QFETCH(QByteArray, ifMatch);
    QFETCH(int, status);
    static int number = 0;
    const Reply created = m_server.create("match_" + QByteArray::number(++number));
    ifMatch.replace("ETAG", created.headers.value("etag"));
    QCOMPARE(update(created, ifMatch, changes).status, status);
}

void Edits::givesANewETagForAChangeOnly()
{
    const Reply created = m_server.create("etag");
    const QByteArray first = created.headers.value("etag");
    QVERIFY2(first.startsWith('"') && first.endsWith('"') && first.size() > 2, first.constData());
    QCOMPARE(m_server.call("GET", TestServer::account(created)).headers.value("etag"), first);

    m_server.advance(1s);
    const Reply same = update(created, first, R"({"description":"","roles":["Viewer"]})");
    QCOMPARE(same.status, 200);
    QCOMPARE(same.headers.value("etag"), first);
    QCOMPARE(same.json().value(QLatin1String("update_date")),
             created.json().value(QLatin1String("update_date")));

    const Reply changed = update(created, first, changes);
    QCOMPARE(changed.status, 200);
    QVERIFY(changed.headers.value("etag") != first);
    QVERIFY(changed.json().value(QLatin1String("update_date")) !=
            created.json().value(QLatin1String("update_date")));
    QCOMPARE(changed.json().value(QLatin1String("description")).toString(), QStringLiteral("changed"));

    const Reply stale = update(created, first, R"({"description":"late","roles":["Viewer"]})");
    QCOMPARE(stale.status, 412);
    QCOMPARE(m_server.call("GET", TestServer::account(created)).body, changed.body);
}

void Edits::beingUsedChangesNeitherETagNorUpdateDate()
{
    const Reply created = m_server.create("used_account");
    QCOMPARE(m_server.callAs(TestServer::token(created), "GET", session).status, 200);
    const Reply read = m_server.call("GET", TestServer::account(created));
    QVERIFY(!read.json().value(QLatin1String("last_used_date")).isNull());
    QCOMPARE(read.headers.value("etag"), created.headers.value("etag"));
    QCOMPARE(read.json().value(QLatin1String("update_date")),
             created.json().value(QLatin1String("update_date")));
}

void Edits::deletesWithoutIfMatchButNotAgainstAStaleOne()
{
    const Reply created = m_server.create("deleted");
    const QByteArray path = TestServer::account(created);
    QCOMPARE(m_server.call("DELETE", path, {}, {{"If-Match", "\"stale\""}}).status, 412);
    QCOMPARE(m_server.call("GET", path).status, 200);
    const Reply reply = m_server.call("DELETE", path, {}, {{"If-Match", created.headers.value("etag")}});
    QCOMPARE(reply.status, 204);
    QVERIFY(!reply.headers.contains("content-length"));
    QCOMPARE(m_server.call("GET", path).status, 404);
    QCOMPARE(m_server.call("DELETE", path).status, 404);
}

void Edits::aTakenNameIsFreeAfterItsDeletion()
{
    const Reply first = m_server.create("again");
    QCOMPARE(m_server.call("DELETE", TestServer::account(first)).status, 204);
    const Reply second = m_server.create("again");
    QCOMPARE(second.status, 200);
    QVERIFY(TestServer::account(second) != TestServer::account(first));
}

void Edits::answers304ToAKnownETag()
{
    const Reply created = m_server.create("known");
    const QByteArray etag = created.headers.value("etag");
    TestClient client(m_server.port());
    const Reply known = client.call("GET", TestServer::account(created), m_server.adminToken(), {},
                                    {{"If-None-Match", "W/" + etag}});
    QCOMPARE(known.status, 304);
    QCOMPARE(known.headers.value("etag"), etag);
    // The connection is still in step: no body came.
    QCOMPARE(client
                 .call("GET", TestServer::account(created), m_server.adminToken(), {},
                       {{"If-None-Match", "\"other\""}})
                 .status,
             200);
}

void Edits::theListHasAnETagThatIncludesLastUse()
{
    const Reply created = m_server.create("in_the_list");
    const auto listEtag = [&] { return m_server.call("GET", TestServer::accounts).headers.value("etag"); };
    const QByteArray before = listEtag();
    QCOMPARE(listEtag(), before);
    QCOMPARE(m_server.call("GET", TestServer::accounts, {}, {{"If-None-Match", before}}).status, 304);
    QCOMPARE(m_server.callAs(TestServer::token(created), "GET", session).status, 200);
    QVERIFY(listEtag() != before);
}

void Edits::protectsTheLastAdmin()
{
    TestServer server;
    const QByteArray list = server.call("GET", TestServer::accounts).body;
    const QByteArray self = TestServer::accounts + '/' +
                            server.call("GET", session)
                                .json()[QStringLiteral("user")][QStringLiteral("id")]
                                .toString()
                                .toLatin1();
    const Reply refused = server.call("DELETE", self);
    QCOMPARE(refused.status, 409);
    QCOMPARE(refused.code(), QStringLiteral("last_admin"));
    const Reply demoted =
        server.call("PUT", self, R"({"description":"","roles":["Viewer"]})", {{"If-Match", "*"}});
    QCOMPARE(demoted.status, 409);
    QCOMPARE(demoted.code(), QStringLiteral("last_admin"));
    QCOMPARE(server.call("GET", TestServer::accounts).body, list);
    // Everything else of the last Admin can be changed.
    QCOMPARE(
        server.call("PUT", self, R"({"description":"x","roles":["Admin","Viewer"]})", {{"If-Match", "*"}})
            .status,
        200);
    QCOMPARE(server.create("second_admin", R"("Admin")").status, 200);
    QCOMPARE(server.call("DELETE", self).status, 204);
}

void Edits::anExpiredAdminIsNoOtherAdmin()
{
    TestServer server;
    const QByteArray end = QDateTime::currentDateTimeUtc().addDays(1).toString(Qt::ISODateWithMs).toLatin1();
    QCOMPARE(server.create("admin_for_a_day", R"("Admin")", '"' + end + '"').status, 200);
    const QByteArray self = TestServer::accounts + '/' +
                            server.call("GET", session)
                                .json()[QStringLiteral("user")][QStringLiteral("id")]
                                .toString()
                                .toLatin1();
    server.advance(25h);
    QCOMPARE(server.call("DELETE", self).code(), QStringLiteral("last_admin"));
}

void Edits::writesAnEventForEachChange()
{
    TestServer server;
    const Reply created = server.create("watched");
    server.call("PUT", TestServer::account(created), changes, {{"If-Match", "*"}});
    server.call("PUT", TestServer::account(created), changes, {{"If-Match", "*"}});
    server.call("PUT", TestServer::account(created), changes, {{"If-Match", "\"stale\""}});
    server.call("DELETE", TestServer::account(created));

    const Reply reply = server.call("GET", events + "?limit=3");
    const QJsonArray items = reply.json().value(QLatin1String("items")).toArray();
    QStringList actions;
    for (const QJsonValue &item : items) {
        actions.append(item[QLatin1String("action")].toString());
        QCOMPARE(item[QLatin1String("actor")][QLatin1String("name")].toString(),
                 QStringLiteral("local_console"));
        QCOMPARE(item[QLatin1String("service_account")][QLatin1String("id")],
                 created.json().value(QLatin1String("id")));
        QCOMPARE(item[QLatin1String("service_account")][QLatin1String("name")].toString(),
                 QStringLiteral("watched"));
    }
    QCOMPARE(actions.join(u' '), QStringLiteral("deleted updated created"));
    QCOMPARE(items[1].toObject().value(QLatin1String("changed_fields")),
             QJsonValue(QJsonArray{QStringLiteral("description"), QStringLiteral("roles")}));
    QVERIFY(!reply.body.contains(TestServer::token(created)));
    // The first start's own Admin account is the fourth event, on the next page.
    const QByteArray next =
        reply.json()[QStringLiteral("pagination")][QStringLiteral("next_page_token")].toString().toLatin1();
    const QJsonArray rest =
        server.call("GET", events + "?page_token=" + next).json().value(QLatin1String("items")).toArray();
    QCOMPARE(rest.size(), 1);
    QCOMPARE(rest[0][QLatin1String("service_account")][QLatin1String("name")].toString(),
             QStringLiteral("local_console"));
}

QTEST_GUILESS_MAIN(Edits)
#include "tst_edits.moc"
