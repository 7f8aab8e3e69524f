#include "tests/app/local_api/testserver.h"

#include <QJsonArray>
#include <QtTest>

/// Pages, filters and what is refused of a query.
class Lists : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesABadLimitOrPageToken_data();
    void refusesABadLimitOrPageToken();
    void givesAHundredUnlessToldOtherwise();
    void pagesHoldEveryAccountOnce();
    void pagesStayRightWhileAccountsComeAndGo();
    void filtersByName_data();
    void filtersByName();
    void filtersByRole_data();
    void filtersByRole();
    void aPageTokenIsForItsOwnListAndServer();
    void seedingTwiceGoesOn();
    void seededAccountsAreVaried();

private:
    static QStringList namesIn(const Reply &reply)
    {
        QStringList names;
        for (const QJsonValue &item : reply.json().value(QLatin1String("items")).toArray())
            names.append(item[QLatin1String("name")].toString());
        return names;
    }
    static QByteArray nextOf(const Reply &reply)
    {
        return reply.json()[QStringLiteral("pagination")][QStringLiteral("next_page_token")]
            .toString()
            .toLatin1();
    }
    static Reply list(const TestServer &server, const QByteArray &query = {})
    {
        return server.call("GET", TestServer::accounts + '?' + query);
    }
    static QStringList allNames(const TestServer &server, const QByteArray &query);
};

QStringList Lists::allNames(const TestServer &server, const QByteArray &query)
{
    QStringList names;
    QByteArray token;
    do {
        const Reply page = list(server, query + (token.isEmpty() ? QByteArray() : "&page_token=" + token));
        names += namesIn(page);
        token = nextOf(page);
    } while (!token.isEmpty());
    return names;
}

void Lists::refusesABadLimitOrPageToken_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<int>("status");
    QTest::newRow("limit 1") << QByteArray("limit=1") << 200;
    QTest::newRow("limit 1000") << QByteArray("limit=1000") << 200;
    QTest::newRow("limit 0") << QByteArray("limit=0") << 400;
    QTest::newRow("limit 1001") << QByteArray("limit=1001") << 400;
    QTest::newRow("limit -1") << QByteArray("limit=-1") << 400;
    QTest::newRow("limit +1") << QByteArray("limit=%2B1") << 400;
    QTest::newRow("limit of words") << QByteArray("limit=many") << 400;
    QTest::newRow("limit with a blank") << QByteArray("limit=1%20") << 400;
    QTest::newRow("empty limit") << QByteArray("limit=") << 400;
    QTest::newRow("huge limit") << QByteArray("limit=99999999999999999999") << 400;
    QTest::newRow("two limits") << QByteArray("limit=1&limit=2") << 400;
    QTest::newRow("empty page token") << QByteArray("page_token=") << 400;
    QTest::newRow("made-up page token") << QByteArray("page_token=MTIz") << 400;
    QTest::newRow("page token that is no base64") << QByteArray("page_token=!!!") << 400;
    QTest::newRow("broken escape") << QByteArray("name=%zz") << 400;
    QTest::newRow("cut-off escape") << QByteArray("name=%4") << 400;
    QTest::newRow("not UTF-8") << QByteArray("name=%FF") << 400;
    QTest::newRow("unknown parameter") << QByteArray("colour=blue") << 200;
}

void Lists::refusesABadLimitOrPageToken()
{
    QFETCH(QByteArray, query);
    QFETCH(int, status);
    TestServer server;
    QCOMPARE(list(server, query).status, status);
    if (!query.startsWith("name")) {
        QCOMPARE(server.call("GET", "/api/admin/v3/users?" + query).status, status);
        QCOMPARE(server.call("GET", "/api/admin/v1/service-account-events?" + query).status, status);
    }
}

void Lists::givesAHundredUnlessToldOtherwise()
{
    TestServer server({.sessionCredential = QByteArray(32, 'c'), .seed = 101, .limits = {}});
    const Reply first = list(server);
    QCOMPARE(namesIn(first).size(), 100);
    const Reply second = list(server, "page_token=" + nextOf(first));
    QCOMPARE(namesIn(second).size(), 1);
    QVERIFY(second.json()[QStringLiteral("pagination")][QStringLiteral("next_page_token")].isNull());
    // Exactly full: there is no empty page behind it.
    QVERIFY(nextOf(list(server, "limit=101")).isEmpty());
}

void Lists::pagesHoldEveryAccountOnce()
{
    TestServer server({.sessionCredential = QByteArray(32, 'c'), .seed = 250, .limits = {}});
    const QStringList whole = namesIn(list(server, "limit=1000"));
    QCOMPARE(whole.size(), 250);
    QCOMPARE(allNames(server, "limit=7"), whole);
    QCOMPARE(allNames(server, "limit=50"), whole);
}

void Lists::pagesStayRightWhileAccountsComeAndGo()
{
    TestServer server({.sessionCredential = QByteArray(32, 'c'), .seed = 60, .limits = {}});
    const QStringList before = namesIn(list(server, "limit=1000"));
    QHash<QString, QByteArray> pathOf;
    for (const QJsonValue &item : list(server, "limit=1000").json().value(QLatin1String("items")).toArray())
        pathOf.insert(item[QLatin1String("name")].toString(),
                      TestServer::accounts + '/' + item[QLatin1String("id")].toString().toLatin1());

    QStringList seen;
    QByteArray token;
    int page = 0;
    do {
        const Reply reply =
            list(server, "limit=10" + (token.isEmpty() ? QByteArray() : "&page_token=" + token));
        seen += namesIn(reply);
        token = nextOf(reply);
        // The account that the cursor stands on goes, one that was seen, and one that was not; a new one
        // comes.
        if (++page == 2) {
            for (const int index : {19, 3, 40})
                QCOMPARE(server.call("DELETE", pathOf.value(before.at(index))).status, 204);
            QCOMPARE(server.create("came_meanwhile").status, 200);
        }
    } while (!token.isEmpty());

    QStringList expected = before;
    expected.removeAt(40);
    expected.append(QStringLiteral("came_meanwhile"));
    QCOMPARE(seen, expected);
}

void Lists::filtersByName_data()
{
    QTest::addColumn<QByteArray>("pattern");
    QTest::addColumn<QString>("names");
    QTest::newRow("exact") << QByteArray("ci_deploy") << QStringLiteral("ci_deploy");
    QTest::newRow("exact, with an underscore") << QByteArray("a_b") << QStringLiteral("a_b");
    QTest::newRow("both ends") << QByteArray("*deploy*") << QStringLiteral("ci_deploy deploy deploy_prod");
    QTest::newRow("beginning") << QByteArray("deploy*") << QStringLiteral("deploy deploy_prod");
    QTest::newRow("end") << QByteArray("*_deploy") << QStringLiteral("ci_deploy");
    QTest::newRow("middle") << QByteArray("d*d") << QStringLiteral("deploy_prod");
    QTest::newRow("an underscore is an underscore") << QByteArray("a_*") << QStringLiteral("a_b");
    QTest::newRow("a question mark is one") << QByteArray("a%3Fb") << QString();
    QTest::newRow("brackets are brackets") << QByteArray("a%5B_x%5Db") << QString();
    QTest::newRow("percent is percent") << QByteArray("%25deploy%25") << QString();
    QTest::newRow("other case") << QByteArray("DEPLOY") << QString();
    QTest::newRow("only a part") << QByteArray("deplo") << QString();
    QTest::newRow("everything") << QByteArray("*")
                                << QStringLiteral("a_b axb ci_deploy deploy deploy_prod local_console");
    QTest::newRow("empty") << QByteArray() << QString();
    QTest::newRow("escaped star") << QByteArray("a%2A") << QStringLiteral("a_b axb");
}

void Lists::filtersByName()
{
    QFETCH(QByteArray, pattern);
    QFETCH(QString, names);
    static TestServer server;
    for (const QByteArray name : {"a_b", "axb", "ci_deploy", "deploy", "deploy_prod"})
        server.create(name);
    QStringList found = namesIn(list(server, "name=" + pattern));
    found.sort();
    QCOMPARE(found.join(u' '), names);
}

void Lists::filtersByRole_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QString>("names");
    QTest::newRow("one") << QByteArray("role=Viewer") << QStringLiteral("v vd");
    QTest::newRow("with a blank as plus") << QByteArray("role=Power+User") << QStringLiteral("p");
    QTest::newRow("with a blank as %20") << QByteArray("role=Power%20User") << QStringLiteral("p");
    QTest::newRow("any of two") << QByteArray("role=Deployment&role=Power%20User") << QStringLiteral("p vd");
    QTest::newRow("unknown") << QByteArray("role=Owner") << QString();
    QTest::newRow("other case") << QByteArray("role=viewer") << QString();
    QTest::newRow("unknown and known") << QByteArray("role=Owner&role=Viewer") << QStringLiteral("v vd");
    QTest::newRow("with a name") << QByteArray("role=Viewer&name=v") << QStringLiteral("v");
}

void Lists::filtersByRole()
{
    QFETCH(QByteArray, query);
    QFETCH(QString, names);
    static TestServer server;
    server.create("v");
    server.create("vd", R"("Viewer","Deployment")");
    server.create("p", R"("Power User")");
    const Reply reply = list(server, query);
    QCOMPARE(reply.status, 200);
    QStringList found = namesIn(reply);
    found.sort();
    QCOMPARE(found.join(u' '), names);
}

void Lists::aPageTokenIsForItsOwnListAndServer()
{
    TestServer server({.sessionCredential = QByteArray(32, 'c'), .seed = 5, .limits = {}});
    const QByteArray token = nextOf(list(server, "limit=2"));
    QVERIFY(!token.isEmpty());
    QCOMPARE(server.call("GET", "/api/admin/v1/service-account-events?page_token=" + token).status, 400);
    QCOMPARE(list(server, "page_token=" + token + 'A').status, 400);
    server.restart();
    QCOMPARE(list(server, "page_token=" + token).status, 200);
    TestServer other({.sessionCredential = QByteArray(32, 'c'), .seed = 5, .limits = {}});
    QCOMPARE(list(other, "page_token=" + token).status, 400);
}

void Lists::seedingTwiceGoesOn()
{
    TestServer server({.sessionCredential = QByteArray(32, 'c'), .seed = 20, .limits = {}});
    const QStringList first = namesIn(list(server));
    server.restart();
    const QStringList both = namesIn(list(server));
    QCOMPARE(both.size(), 40);
    QCOMPARE(QSet<QString>(both.cbegin(), both.cend()).size(), 40);
    QCOMPARE(both.first(20), first);
}

void Lists::seededAccountsAreVaried()
{
    TestServer server({.sessionCredential = QByteArray(32, 'c'), .seed = 300, .limits = {}});
    const QDateTime now = QDateTime::currentDateTimeUtc();
    int unlimited = 0;
    int expired = 0;
    int soon = 0;
    int unused = 0;
    QSet<QString> creators;
    for (const QJsonValue &item : list(server, "limit=1000").json().value(QLatin1String("items")).toArray()) {
        const QDateTime end =
            QDateTime::fromString(item[QLatin1String("expiry_date")].toString(), Qt::ISODateWithMs);
        unlimited += !end.isValid();
        expired += end.isValid() && end <= now;
        soon += end > now && end < now.addDays(14);
        unused += item[QLatin1String("last_used_date")].isNull();
        creators.insert(item[QLatin1String("created_by")].toString());
        QVERIFY(!item[QLatin1String("roles")].toArray().isEmpty());
        QVERIFY(QDateTime::fromString(item[QLatin1String("creation_date")].toString(), Qt::ISODateWithMs) <=
                now);
    }
    QVERIFY(unlimited > 20 && expired > 20 && soon > 10 && unused > 10 && creators.size() > 3);
}

QTEST_GUILESS_MAIN(Lists)
#include "tst_lists.moc"
