#include "tests/app/admin_api/caught.h"
#include "tests/app/admin_api/samples.h"
#include "tests/app/admin_api/testauthority.h"
#include "tests/app/admin_api/tunnelproxy.h"
#include "tests/faults/scriptedproxy.h"
#include "tests/faults/socksproxy.h"

#include <QElapsedTimer>
#include <QTest>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using Reply = FaultServer::Reply;
using Request = FaultServer::Request;
using Script = ScriptedProxy::Script;

namespace {

constexpr Deadline plenty = 20s;
/// Only a proxy knows where it leads.
const QUrl elsewhere(u"https://api.example.test"_s);

Reply answer(const Request &request)
{
    return request.method == "POST" ? Reply::json(201, samples::created())
                                    : Reply::json(200, samples::page(samples::account()));
}

} // namespace

Q_DECLARE_METATYPE(Script)

/// The proxy of a connection, HTTP or SOCKS5: what it does well and badly, what the person reads then, and
/// that it never sees the token.
class TestOutboundProxies : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void leadsThroughHttp();
    void leadsThroughSocks();
    void keepsThisComputerOutOfIt();
    void saysThatTheProxyDoesNotLetItThrough_data();
    void saysThatTheProxyDoesNotLetItThrough();
    void trustsNobodyWhomTheProxyLeadsTo_data();
    void trustsNobodyWhomTheProxyLeadsTo();

private:
    void works(FaultServer &server, const QString &proxy);
    quint16 port() const { return static_cast<quint16>(m_server->address().port()); }

    std::unique_ptr<TestAuthority> m_authority;
    std::unique_ptr<FaultServer> m_server;
    /// Read beforehand, so that none of a call's time goes into that.
    std::shared_ptr<TrustedAuthorities> m_systemAuthorities = std::make_shared<TrustedAuthorities>();
    int m_tried = 0;
    int m_failed = 0;
};

void TestOutboundProxies::initTestCase()
{
    m_authority = std::make_unique<TestAuthority>(elsewhere.host());
    QVERIFY2(m_authority->isThere(), "This needs the program openssl and a Qt with TLS.");
    m_server = std::make_unique<FaultServer>(answer, m_authority->server());
    m_systemAuthorities->load();
    QTRY_VERIFY(m_systemAuthorities->isReady());
}

void TestOutboundProxies::cleanupTestCase()
{
    qInfo("proxies: %d calls through ones that fail tried, %d failed", m_tried, m_failed);
}

void TestOutboundProxies::works(FaultServer &server, const QString &proxy)
{
    const qsizetype before = server.requests().size();
    ApiTarget target = samples::target(elsewhere);
    target.authorityFile = m_authority->file();
    target.proxy = proxy;
    HttpAdminApi api;
    api.setTarget(target, SecretText::fromUtf8(samples::credential));
    Caught<AccountPage> listed;
    Caught<CreatedToken> created;
    const Call list = api.listServiceAccounts({}, 100, plenty, this, listed.then());
    QVERIFY(listed.wait());
    QVERIFY2(listed.ok(), qPrintable(listed.error().details()));
    const Call create =
        api.createServiceAccount(samples::newAccount(), u"key"_s, plenty, this, created.then());
    QVERIFY(created.wait());
    QVERIFY2(created.ok(), qPrintable(created.error().details()));
    QCOMPARE(server.requests().size(), before + 2);
    QCOMPARE(server.requests().constLast().header("Authorization"), "Bearer " + samples::credential);
    QVERIFY(!server.requests().constLast().hasHeader("Proxy-Authorization"));
}

void TestOutboundProxies::leadsThroughHttp()
{
    TunnelProxy proxy(port());
    works(*m_server, proxy.asHttp());
    // The name is looked up by the proxy: nobody else knows it.
    QCOMPARE(proxy.tunnels(), QList<QByteArray>{"CONNECT api.example.test:443 HTTP/1.1"});
    QVERIFY(proxy.seen().size() > 100);
    QVERIFY(!proxy.seen().contains(samples::credential));
    QVERIFY(!proxy.seen().contains("uthorization"));
}

void TestOutboundProxies::leadsThroughSocks()
{
    SocksProxy proxy(port());
    works(*m_server, proxy.address());
    QCOMPARE(proxy.tunnels(), QList<QByteArray>{"api.example.test:443"});
    QVERIFY(proxy.seen().size() > 100);
    QVERIFY(!proxy.seen().contains(samples::credential));
    QVERIFY(!proxy.seen().contains("uthorization"));
}

void TestOutboundProxies::keepsThisComputerOutOfIt()
{
    FaultServer server(answer);
    TunnelProxy http(port());
    SocksProxy socks(port());
    for (const QString &proxy : {http.asHttp(), socks.address()}) {
        ApiTarget target = samples::target(server.address());
        target.proxy = proxy;
        HttpAdminApi api;
        api.setTarget(target, SecretText::fromUtf8(samples::credential));
        Caught<AccountPage> listed;
        const Call list = api.listServiceAccounts({}, 100, plenty, this, listed.then());
        QVERIFY(listed.wait() && listed.ok());
    }
    QCOMPARE(http.seen().size() + socks.seen().size(), 0);
}

void TestOutboundProxies::saysThatTheProxyDoesNotLetItThrough_data()
{
    QTest::addColumn<QString>("scheme");
    QTest::addColumn<Script>("script");
    const auto row = [](const char *name, const QString &scheme, const QList<QByteArray> &says,
                        bool closes = true) {
        QTest::newRow(name) << scheme << Script{says, closes};
    };
    const auto http = [&row](const char *name, const QByteArray &says) { row(name, u"http"_s, {says}); };
    http("HTTP wants a password", "HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic "
                                  "realm=\"x\"\r\nContent-Length: 0\r\n\r\n");
    http("HTTP forbids", "HTTP/1.1 403 Forbidden\r\nContent-Type: text/html\r\nContent-Length: 22\r\n\r\n"
                         "<html>Forbidden</html>");
    http("HTTP does not reach it", "HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n");
    http("HTTP waits too long", "HTTP/1.1 504 Gateway Timeout\r\nContent-Length: 0\r\n\r\n");
    http("HTTP leads to a login", "HTTP/1.1 302 Found\r\nLocation: https://login.example.org/\r\n\r\n");
    http("HTTP is a web page", "<html><body>Who are you?</body></html>\r\n\r\n");
    http("HTTP says garbage", "220 mail.example ESMTP\r\n\r\n");
    http("HTTP ends in the head", "HTTP/1.1 200 Connection est");
    row("HTTP closes at once", u"http"_s, {});
    row("HTTP hangs", u"http"_s, {}, false);
    row("HTTP hangs in the head", u"http"_s, {"HTTP/1.1 200 Connection est"}, false);

    const QByteArray greeting("\x05\x00", 2);
    const auto refuses = [&](const char *name, char code) {
        row(name, u"socks5"_s,
            {greeting, QByteArray("\x05", 1) + code + QByteArray("\x00\x01\x00\x00\x00\x00\x00\x00", 8)});
    };
    refuses("SOCKS fails", 1);
    refuses("SOCKS does not allow it", 2);
    refuses("SOCKS has no way to the network", 3);
    refuses("SOCKS has no way to the host", 4);
    refuses("SOCKS is refused", 5);
    refuses("SOCKS does not know the command", 7);
    refuses("SOCKS says what nobody knows", 99);
    row("SOCKS wants a password", u"socks5"_s, {QByteArray("\x05\x02", 2)});
    row("SOCKS takes nobody", u"socks5"_s, {QByteArray("\x05\xff", 2)});
    row("SOCKS 4", u"socks5"_s, {QByteArray("\x00\x5b\x00\x00\x00\x00\x00\x00", 8)});
    row("SOCKS says garbage", u"socks5"_s, {"HTTP/1.1 400 Bad Request\r\n\r\n"});
    row("SOCKS says garbage later", u"socks5"_s, {greeting, "HTTP/1.1 400 Bad Request\r\n\r\n"});
    row("SOCKS closes at once", u"socks5"_s, {});
    row("SOCKS closes later", u"socks5"_s, {greeting});
    row("SOCKS hangs", u"socks5"_s, {}, false);
    row("SOCKS hangs later", u"socks5"_s, {greeting}, false);
    row("SOCKS hangs in its answer", u"socks5"_s, {greeting, QByteArray("\x05\x00\x00", 3)}, false);
}

void TestOutboundProxies::saysThatTheProxyDoesNotLetItThrough()
{
    QFETCH(QString, scheme);
    QFETCH(Script, script);
    constexpr Deadline deadline = 2s;
    ScriptedProxy proxy(script);
    ApiTarget target = samples::target(elsewhere);
    target.proxy = scheme + u"://127.0.0.1:"_s + QString::number(proxy.port());
    HttpLimits limits;
    limits.idle = 500ms;
    HttpAdminApi api(limits, m_systemAuthorities);
    api.setTarget(target, SecretText::fromUtf8(samples::credential));
    const auto before = m_server->bytesReceived();
    Caught<AccountPage> listed;
    Caught<CreatedToken> created;
    QElapsedTimer since;
    since.start();
    const Call list = api.listServiceAccounts({}, 100, deadline, this, listed.then());
    const Call create =
        api.createServiceAccount(samples::newAccount(), u"key"_s, deadline, this, created.then());
    m_tried += 2;
    m_failed += 2;
    QVERIFY(listed.wait() && created.wait());
    QVERIFY(std::chrono::milliseconds(since.elapsed()) <= deadline + 1s);
    QCOMPARE(listed.times() + created.times(), 2);
    QVERIFY(proxy.connections() >= 2);
    for (const Error &error : {listed.error(), created.error()}) {
        QVERIFY2(error.kind == ErrorKind::ProxyFailed, qPrintable(error.details()));
        QCOMPARE(
            error.sentence(),
            u"The proxy %1 did not let the request to api.example.test through, so nothing was sent to it. "
            "Check the proxy of this connection and the address, then try again."_s.arg(target.proxy));
        QVERIFY(!error.leavesOutcomeUnknown());
    }
    QVERIFY(!proxy.seen().contains(samples::credential));
    QVERIFY(!proxy.seen().contains("uthorization"));
    QCOMPARE(m_server->bytesReceived(), before);
    m_failed -= 2;
}

void TestOutboundProxies::trustsNobodyWhomTheProxyLeadsTo_data()
{
    QTest::addColumn<bool>("isSocks");
    QTest::newRow("HTTP") << false;
    QTest::newRow("SOCKS") << true;
}

void TestOutboundProxies::trustsNobodyWhomTheProxyLeadsTo()
{
    QFETCH(bool, isSocks);
    const TestAuthority other(elsewhere.host());
    FaultServer server(answer, other.server());
    const auto there = static_cast<quint16>(server.address().port());
    TunnelProxy http(there);
    SocksProxy socks(there);
    ApiTarget target = samples::target(elsewhere);
    target.authorityFile = m_authority->file();
    target.proxy = isSocks ? socks.address() : http.asHttp();
    HttpAdminApi api;
    api.setTarget(target, SecretText::fromUtf8(samples::credential));
    Caught<AccountPage> listed;
    const Call list = api.listServiceAccounts({}, 100, plenty, this, listed.then());
    QVERIFY(listed.wait());
    QVERIFY2(listed.kind() == ErrorKind::Untrusted, qPrintable(listed.error().details()));
    QVERIFY(!listed.error().fingerprint.isEmpty());
    QVERIFY(server.handshakes() > 0);
    QCOMPARE(server.bytesReceived(), 0);
}

QTEST_GUILESS_MAIN(TestOutboundProxies)
#include "tst_outboundproxies.moc"
