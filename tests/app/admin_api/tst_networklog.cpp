#include "tests/app/admin_api/caught.h"
#include "tests/app/admin_api/samples.h"

#include <QLoggingCategory>
#include <QRegularExpression>
#include <QTest>

using namespace std::chrono_literals;
using Reply = FaultServer::Reply;
using Request = FaultServer::Request;

namespace {

QStringList lines;

void keepLine(QtMsgType, const QMessageLogContext &context, const QString &text)
{
    if (qstrcmp(context.category, "apono.network") == 0)
        lines.append(text);
}

} // namespace

/// What --verbose tells of the network, and what it never does.
class TestNetworkLog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void tellsOfEveryExchange_data();
    void tellsOfEveryExchange();
    void tellsOfAServerThatIsNotThere();
    void neverTellsASecretNorABody();
    void isSilentByDefault();

private:
    QtMessageHandler m_before = nullptr;
};

void TestNetworkLog::init()
{
    lines.clear();
    QLoggingCategory::setFilterRules(QStringLiteral("apono.*=true"));
    m_before = qInstallMessageHandler(keepLine);
}

void TestNetworkLog::cleanup()
{
    qInstallMessageHandler(m_before);
    QLoggingCategory::setFilterRules({});
}

void TestNetworkLog::tellsOfEveryExchange_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("headers");
    QTest::addColumn<QString>("told");
    const QByteArray id = "X-Request-Id: req-7\r\n";
    const QByteArray good = samples::page(samples::account());
    QTest::newRow("read") << 200 << good << id << QStringLiteral("200 in \\d+ ms, request id req-7");
    QTest::newRow("without an id") << 200 << good << QByteArray() << QStringLiteral("200 in \\d+ ms");
    QTest::newRow("refused") << 401 << QByteArray("{}") << id
                             << QStringLiteral("401 Unauthorized in \\d+ ms, request id req-7");
    QTest::newRow("not understood") << 200 << QByteArray("<html>") << id
                                    << QStringLiteral("200 Unreadable in \\d+ ms, request id req-7");
}

void TestNetworkLog::tellsOfEveryExchange()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, headers);
    QFETCH(QString, told);
    const FaultServer server([&](const Request &) { return Reply::json(status, body, headers); });
    HttpAdminApi api;
    samples::connectTo(api, server.address());
    Caught<AccountPage> caught;
    const Call call = api.listServiceAccounts(QStringLiteral("page-7"), 100, 20s, this, caught.then());
    QVERIFY(caught.wait());
    QCOMPARE(lines.size(), 1);
    const QRegularExpression expected(
        QRegularExpression::anchoredPattern(QStringLiteral("GET /api/admin/v1/service-accounts ") + told));
    QVERIFY2(expected.match(lines.constFirst()).hasMatch(), qPrintable(lines.constFirst()));
}

void TestNetworkLog::tellsOfAServerThatIsNotThere()
{
    QUrl address;
    {
        const FaultServer server([](const Request &) { return Reply::close(); });
        address = server.address();
    }
    HttpAdminApi api;
    samples::connectTo(api, address);
    Caught<Session> caught;
    const Call call = api.session(20s, this, caught.then());
    QVERIFY(caught.wait());
    QCOMPARE(lines.size(), 1);
    QVERIFY2(lines.constFirst().startsWith(u"GET /api/client/v1/session Unreachable in "),
             qPrintable(lines.constFirst()));
}

/// A server that repeats what it was sent, in every place where it can.
void TestNetworkLog::neverTellsASecretNorABody()
{
    const QByteArray canary = "a-canary-of-the-body";
    const FaultServer server([&](const Request &request) {
        const QByteArray echo = "X-Request-Id: " + samples::credential + "\r\nX-Other: a-canary-header\r\n";
        if (request.method == "POST")
            return Reply::json(200, samples::created(), echo);
        return Reply::json(request.method == "PUT" ? 422 : 200,
                           R"({"detail":")" + canary + "  " + samples::credential + R"("})", echo);
    });
    HttpAdminApi api;
    samples::connectTo(api, server.address());
    Caught<CreatedToken> created;
    Caught<ServiceAccount> updated;
    Caught<AccountPage> listed;
    const Call first = api.createServiceAccount(samples::newAccount(), QStringLiteral("a-canary-key"), 20s,
                                                this, created.then());
    const Call second =
        api.updateServiceAccount(QStringLiteral("a1"), samples::changes(),
                                 QStringLiteral("\"a-canary-etag\""), 20s, this, updated.then());
    const Call third =
        api.listServiceAccounts(QStringLiteral("a-canary-page"), 100, 20s, this, listed.then());
    QVERIFY(created.wait() && updated.wait() && listed.wait());
    QCOMPARE(lines.size(), 3);
    const QString all = lines.join(u'\n');
    for (const QByteArray &secret : {samples::credential, samples::token, canary, QByteArray("canary"),
                                     QByteArray("ci_deploy"), QByteArray("Bearer")})
        QVERIFY2(!all.contains(QString::fromLatin1(secret)), qPrintable(all));
}

void TestNetworkLog::isSilentByDefault()
{
    QLoggingCategory::setFilterRules({});
    const FaultServer server([](const Request &) { return Reply::json(200, samples::page({})); });
    HttpAdminApi api;
    samples::connectTo(api, server.address());
    Caught<AccountPage> caught;
    const Call call = api.listServiceAccounts({}, 100, 20s, this, caught.then());
    QVERIFY(caught.wait());
    QCOMPARE(lines, QStringList());
}

QTEST_GUILESS_MAIN(TestNetworkLog)
#include "tst_networklog.moc"
