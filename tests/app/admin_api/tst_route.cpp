#include "app/admin_api/outboundproxies.h"
#include "tests/app/admin_api/caught.h"
#include "tests/app/admin_api/samples.h"
#include "tests/app/admin_api/testauthority.h"
#include "tests/app/admin_api/tunnelproxy.h"

#include <QTest>

using namespace Qt::StringLiterals;
using Reply = FaultServer::Reply;
using Request = FaultServer::Request;
using samples::plenty;

namespace {

/// Nobody can look this name up: only the proxy knows where it leads.
const QString host = u"api.example.test"_s;

} // namespace

/// Whom a connection trusts and which proxy it takes, through the real client.
class TestRoute : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void refusesAnUnknownAuthorityAndShowsTheFingerprint();
    void trustsTheAuthorityOfTheConnection();
    void stopsTrustingOnceTheFileIsTakenAway();
    void refusesAnotherHostOfATrustedAuthority();
    void speaksNoOldTls_data();
    void speaksNoOldTls();
    void namesAFileThatIsOfNoUse_data();
    void namesAFileThatIsOfNoUse();
    void readsAMendedFileAtTheNextCall();
    void goesThroughTheProxyOfTheConnection();
    void takesAnotherProxyAtOnce();
    void saysThatTheProxyDoesNotLetItThrough_data();
    void saysThatTheProxyDoesNotLetItThrough();
    void choosesAProxyForEachAddress_data();
    void choosesAProxyForEachAddress();

private:
    ApiTarget trusting(const QUrl &address) const;
    Error failure(const ApiTarget &target);

    std::unique_ptr<TestAuthority> m_authority;
    std::unique_ptr<FaultServer> m_server;
    HttpAdminApi m_api;
};

void TestRoute::initTestCase()
{
    m_authority = std::make_unique<TestAuthority>(host);
    QVERIFY2(m_authority->isThere(), "This needs the program openssl and a Qt with TLS.");
}

void TestRoute::init()
{
    m_server = std::make_unique<FaultServer>(
        [](const Request &) { return Reply::json(200, samples::page(samples::account())); },
        m_authority->server());
}

ApiTarget TestRoute::trusting(const QUrl &address) const
{
    ApiTarget target = samples::target(address);
    target.authorityFile = m_authority->file();
    return target;
}

/// Of a list that must fail.
Error TestRoute::failure(const ApiTarget &target)
{
    m_api.setTarget(target, SecretText::fromUtf8(samples::credential));
    Caught<AccountPage> listed;
    const Call call = m_api.listServiceAccounts({}, 100, plenty, this, listed.then());
    return listed.wait() && !listed.ok() ? listed.error() : Error(ErrorKind::ServerFault, u"It worked."_s);
}

void TestRoute::refusesAnUnknownAuthorityAndShowsTheFingerprint()
{
    const Error error = failure(samples::target(m_server->address()));
    QCOMPARE(error.kind, ErrorKind::Untrusted);
    QCOMPARE(m_server->bytesReceived(), 0);
    const QByteArray digest =
        m_authority->server().localCertificate().digest(QCryptographicHash::Sha256).toHex(':').toUpper();
    QCOMPARE(error.fingerprint, QString::fromLatin1(digest));
    QVERIFY2(error.sentence().contains(error.fingerprint), qPrintable(error.sentence()));
    QVERIFY(error.sentence().contains(u"127.0.0.1"_s));
    QVERIFY(error.details().contains(error.fingerprint));
}

void TestRoute::trustsTheAuthorityOfTheConnection()
{
    m_api.setTarget(trusting(m_server->address()), SecretText::fromUtf8(samples::credential));
    Caught<AccountPage> listed;
    const Call call = m_api.listServiceAccounts({}, 100, plenty, this, listed.then());
    QVERIFY(listed.wait());
    QVERIFY2(listed.ok(), listed.ok() ? "" : qPrintable(listed.error().sentence()));
    QCOMPARE(m_server->requests().constLast().header("Authorization"), "Bearer " + samples::credential);
}

void TestRoute::stopsTrustingOnceTheFileIsTakenAway()
{
    trustsTheAuthorityOfTheConnection();
    // The connection of before is still open, and must not serve this.
    QCOMPARE(failure(samples::target(m_server->address())).kind, ErrorKind::Untrusted);
    QCOMPARE(m_server->requests().size(), 1);
}

void TestRoute::refusesAnotherHostOfATrustedAuthority()
{
    QUrl address = m_server->address();
    address.setHost(u"localhost"_s);
    QCOMPARE(failure(trusting(address)).kind, ErrorKind::Untrusted);
    QCOMPARE(m_server->bytesReceived(), 0);
}

void TestRoute::speaksNoOldTls_data()
{
    QTest::addColumn<QSsl::SslProtocol>("protocol");
    QT_WARNING_PUSH
    QT_WARNING_DISABLE_DEPRECATED
    QTest::newRow("1.0") << QSsl::TlsV1_0;
    QTest::newRow("1.1") << QSsl::TlsV1_1;
    QT_WARNING_POP
}

void TestRoute::speaksNoOldTls()
{
    QFETCH(QSsl::SslProtocol, protocol);
    QSslConfiguration tls = m_authority->server();
    tls.setProtocol(protocol);
    FaultServer old([](const Request &) { return Reply::json(200, samples::page({})); }, tls);
    const Error error = failure(trusting(old.address()));
    QVERIFY2(error.kind == ErrorKind::Untrusted || error.kind == ErrorKind::Unreachable,
             qPrintable(error.sentence()));
    QCOMPARE(old.bytesReceived(), 0);
}

void TestRoute::namesAFileThatIsOfNoUse_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("missing") << QByteArray();
    QTest::newRow("empty") << QByteArray("\n");
    QTest::newRow("no PEM") << QByteArray("This is no certificate.");
    QTest::newRow("broken PEM") << QByteArray(
        "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
}

void TestRoute::namesAFileThatIsOfNoUse()
{
    QFETCH(QByteArray, content);
    const QTemporaryDir folder;
    ApiTarget target = samples::target(m_server->address());
    target.authorityFile = folder.filePath(u"corp.pem"_s);
    QFile file(target.authorityFile);
    QVERIFY(content.isEmpty() || (file.open(QIODevice::WriteOnly) && file.write(content) == content.size()));
    file.close();
    const Error error = failure(target);
    QCOMPARE(error.kind, ErrorKind::FileUnreadable);
    QVERIFY2(error.sentence().contains(target.authorityFile), qPrintable(error.sentence()));
    QCOMPARE(m_server->handshakes(), 0);

    target.authorityFile = folder.path();
    QVERIFY(failure(target).sentence().contains(target.authorityFile));
}

void TestRoute::readsAMendedFileAtTheNextCall()
{
    const QTemporaryDir folder;
    ApiTarget target = samples::target(m_server->address());
    target.authorityFile = folder.filePath(u"corp.pem"_s);
    QCOMPARE(failure(target).kind, ErrorKind::FileUnreadable);
    QVERIFY(QFile::copy(m_authority->file(), target.authorityFile));
    Caught<AccountPage> listed;
    const Call call = m_api.listServiceAccounts({}, 100, plenty, this, listed.then());
    QVERIFY(listed.wait() && listed.ok());
}

void TestRoute::goesThroughTheProxyOfTheConnection()
{
    TunnelProxy proxy(static_cast<quint16>(m_server->address().port()));
    ApiTarget target = trusting(QUrl(u"https://"_s + host));
    target.proxy = proxy.asHttp();
    m_api.setTarget(target, SecretText::fromUtf8(samples::credential));
    Caught<AccountPage> listed;
    const Call call = m_api.listServiceAccounts({}, 100, plenty, this, listed.then());
    QVERIFY(listed.wait());
    QVERIFY2(listed.ok(), listed.ok() ? "" : qPrintable(listed.error().sentence()));
    QCOMPARE(proxy.tunnels(), QList<QByteArray>{"CONNECT " + host.toLatin1() + ":443 HTTP/1.1"});
    // The proxy leads to the server and learns nothing of what is said.
    QVERIFY(proxy.seen().size() > 100);
    QVERIFY(!proxy.seen().contains(samples::credential));
    QVERIFY(!proxy.seen().contains("uthorization"));
    QCOMPARE(m_server->requests().size(), 1);
    QCOMPARE(m_server->requests().constLast().header("Authorization"), "Bearer " + samples::credential);
}

void TestRoute::takesAnotherProxyAtOnce()
{
    const auto port = static_cast<quint16>(m_server->address().port());
    for (const auto &proxy : {std::make_shared<TunnelProxy>(port), std::make_shared<TunnelProxy>(port)}) {
        ApiTarget target = trusting(QUrl(u"https://"_s + host));
        target.proxy = proxy->asHttp();
        m_api.setTarget(target, SecretText::fromUtf8(samples::credential));
        Caught<AccountPage> listed;
        const Call call = m_api.listServiceAccounts({}, 100, plenty, this, listed.then());
        QVERIFY(listed.wait() && listed.ok());
        QCOMPARE(proxy->tunnels().size(), 1);
    }
}

void TestRoute::saysThatTheProxyDoesNotLetItThrough_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("nobody there") << QByteArray();
    QTest::newRow("forbidden") << QByteArray("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n");
    QTest::newRow("wants a password")
        << QByteArray("HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic "
                      "realm=\"x\"\r\nContent-Length: 0\r\n\r\n");
    QTest::newRow("cannot reach it") << QByteArray("HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n");
    QTest::newRow("is busy") << QByteArray("HTTP/1.1 503 Unavailable\r\nContent-Length: 0\r\n\r\n");
    QTest::newRow("no proxy at all") << QByteArray("220 mail.example ESMTP\r\n\r\n");
}

void TestRoute::saysThatTheProxyDoesNotLetItThrough()
{
    QFETCH(QByteArray, answer);
    auto proxy = std::make_unique<TunnelProxy>(static_cast<quint16>(m_server->address().port()));
    proxy->answerWith(answer);
    ApiTarget target = trusting(QUrl(u"https://"_s + host));
    target.proxy = proxy->asHttp();
    if (answer.isEmpty())
        proxy.reset();
    const Error error = failure(target);
    QCOMPARE(error.kind, ErrorKind::ProxyFailed);
    QVERIFY2(error.sentence().contains(target.proxy), qPrintable(error.sentence()));
    QVERIFY(error.sentence().contains(host));
    QVERIFY(!error.leavesOutcomeUnknown());
    QVERIFY(m_server->requests().isEmpty());
}

void TestRoute::choosesAProxyForEachAddress_data()
{
    QTest::addColumn<QString>("setting");
    QTest::addColumn<QString>("peer");
    QTest::addColumn<int>("type");
    QTest::addColumn<QString>("proxyHost");
    const int none = QNetworkProxy::NoProxy;
    QTest::newRow("http") << u"http://proxy.example:3128"_s << host << int{QNetworkProxy::HttpProxy}
                          << u"proxy.example"_s;
    QTest::newRow("socks5") << u"socks5://[::1]:1080"_s << host << int{QNetworkProxy::Socks5Proxy}
                            << u"::1"_s;
    QTest::newRow("none") << u"none"_s << host << none << QString();
    // What is on this computer may be unencrypted, and must not leave it.
    QTest::newRow("this computer") << u"http://proxy.example:3128"_s << u"127.0.0.1"_s << none << QString();
    QTest::newRow("this computer by name")
        << u"http://proxy.example:3128"_s << u"localhost"_s << none << QString();
    QTest::newRow("this computer, system") << QString() << u"::1"_s << none << QString();
    QTest::newRow("system") << QString() << host << int{QNetworkProxy::HttpProxy} << u"of.the.system"_s;
}

void TestRoute::choosesAProxyForEachAddress()
{
    QFETCH(QString, setting);
    QFETCH(QString, peer);
    QFETCH(int, type);
    QFETCH(QString, proxyHost);
    qputenv("http_proxy", "http://of.the.system:8080");
    OutboundProxies proxies(setting);
    const auto chosen = proxies.queryProxy(QNetworkProxyQuery(peer, 443, u"https"_s));
    qunsetenv("http_proxy");
    QCOMPARE(int{chosen.constFirst().type()}, type);
    QCOMPARE(chosen.constFirst().hostName(), proxyHost);
}

QTEST_GUILESS_MAIN(TestRoute)
#include "tst_route.moc"
