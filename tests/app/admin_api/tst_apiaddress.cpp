#include "app/admin_api/apiaddress.h"
#include "app/admin_api/outboundproxies.h"

#include <QTest>

namespace {

ApiAddress addressOf(const QString &address, const QString &resourcePath = ApiTarget::defaultResourcePath())
{
    ApiTarget target;
    target.address = QUrl(address);
    target.resourcePath = resourcePath;
    return ApiAddress(target);
}

} // namespace

class TestApiAddress : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addsThePaths_data();
    void addsThePaths();
    void encodesAnIdAsOneSegment_data();
    void encodesAnIdAsOneSegment();
    void allowsOnlyWhatIsSafe_data();
    void allowsOnlyWhatIsSafe();
    void usesNoProxyForThisComputer();
};

void TestApiAddress::addsThePaths_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("resourcePath");
    QTest::addColumn<QString>("collection");
    QTest::addColumn<QString>("session");

    const auto row = [](const char *name, const char *address, const char *path, const char *collection,
                        const char *session) {
        QTest::newRow(name) << QString::fromLatin1(address) << QString::fromLatin1(path)
                            << QString::fromLatin1(collection) << QString::fromLatin1(session);
    };
    row("plain", "https://api.example", "/v1/a", "https://api.example/v1/a",
        "https://api.example/api/client/v1/session");
    row("slash at the end", "https://api.example/", "/v1/a/", "https://api.example/v1/a",
        "https://api.example/api/client/v1/session");
    row("prefix", "https://example.org/apono", "/v1/a", "https://example.org/apono/v1/a",
        "https://example.org/apono/api/client/v1/session");
    row("prefix with a slash", "https://example.org/apono//", "/v1/a", "https://example.org/apono/v1/a",
        "https://example.org/apono/api/client/v1/session");
    row("encoded prefix", "https://example.org/a%20b%2Fc", "/v1/a", "https://example.org/a%20b%2Fc/v1/a",
        "https://example.org/a%20b%2Fc/api/client/v1/session");
    row("path without a slash", "https://api.example", "v1/a", "https://api.example/v1/a",
        "https://api.example/api/client/v1/session");
    row("port", "http://127.0.0.1:8080", "/v1/a", "http://127.0.0.1:8080/v1/a",
        "http://127.0.0.1:8080/api/client/v1/session");
    row("user, query and fragment", "https://me:secret@api.example/p?q=1#f", "/v1/a",
        "https://api.example/p/v1/a", "https://api.example/p/api/client/v1/session");
}

void TestApiAddress::addsThePaths()
{
    QFETCH(QString, address);
    QFETCH(QString, resourcePath);
    const ApiAddress api = addressOf(address, resourcePath);
    QTEST(QString::fromLatin1(api.collection().toEncoded()), "collection");
    QTEST(QString::fromLatin1(api.session().toEncoded()), "session");
}

void TestApiAddress::encodesAnIdAsOneSegment_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("segment");

    QTest::newRow("uuid") << QStringLiteral("0d9f1c2e-1111-4222-8333-444455556666")
                          << QStringLiteral("0d9f1c2e-1111-4222-8333-444455556666");
    QTest::newRow("slash") << QStringLiteral("a/../b") << QStringLiteral("a%2F..%2Fb");
    QTest::newRow("percent") << QStringLiteral("50%2F") << QStringLiteral("50%252F");
    QTest::newRow("query and fragment") << QStringLiteral("a?b#c") << QStringLiteral("a%3Fb%23c");
    QTest::newRow("umlaut and space") << QStringLiteral("ä b") << QStringLiteral("%C3%A4%20b");
    QTest::newRow("empty") << QString() << QString();
    QTest::newRow("dot") << QStringLiteral(".") << QString();
    QTest::newRow("two dots") << QStringLiteral("..") << QString();
}

void TestApiAddress::encodesAnIdAsOneSegment()
{
    QFETCH(QString, id);
    QFETCH(QString, segment);
    const auto url = addressOf(QStringLiteral("https://api.example"), QStringLiteral("/v1/a")).item(id);
    QCOMPARE(url.has_value(), !segment.isEmpty());
    if (url)
        QCOMPARE(QString::fromLatin1(url->toEncoded()),
                 QStringLiteral("https://api.example/v1/a/") + segment);
}

void TestApiAddress::allowsOnlyWhatIsSafe_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("fine");
    QTest::addColumn<ErrorKind>("problem");

    const auto row = [](const char *address, std::optional<ErrorKind> problem) {
        QTest::addRow("%s", address) << QString::fromLatin1(address) << !problem
                                     << problem.value_or(ErrorKind::Unreachable);
    };
    row("https://api.example", std::nullopt);
    row("HTTPS://API.example:8443", std::nullopt);
    row("http://127.0.0.1", std::nullopt);
    row("http://127.200.3.4:80", std::nullopt);
    row("http://[::1]:8080", std::nullopt);
    row("http://localhost:8080", std::nullopt);
    row("http://LOCALHOST", std::nullopt);
    row("http://api.example", ErrorKind::InsecureAddress);
    row("http://10.0.0.1", ErrorKind::InsecureAddress);
    row("http://128.0.0.1", ErrorKind::InsecureAddress);
    row("http://0.0.0.0", ErrorKind::InsecureAddress);
    row("http://[::2]", ErrorKind::InsecureAddress);
    row("http://[fe80::1]", ErrorKind::InsecureAddress);
    row("http://localhost.example", ErrorKind::InsecureAddress);
    row("http://127.0.0.1.example", ErrorKind::InsecureAddress);
    row("http://127.0.0.1@api.example", ErrorKind::InsecureAddress);
    row("ftp://127.0.0.1", ErrorKind::InsecureAddress);
    row("//api.example", ErrorKind::InsecureAddress);
    row("", ErrorKind::Unreachable);
    row("api.example", ErrorKind::Unreachable);
    row("file:///etc/hosts", ErrorKind::Unreachable);
    row("https://", ErrorKind::Unreachable);
}

void TestApiAddress::allowsOnlyWhatIsSafe()
{
    QFETCH(QString, address);
    QFETCH(bool, fine);
    QFETCH(ErrorKind, problem);
    const auto found = addressOf(address).problem();
    QCOMPARE(!found.has_value(), fine);
    if (!fine)
        QCOMPARE(*found, problem);
}

void TestApiAddress::usesNoProxyForThisComputer()
{
    const QByteArray before = qgetenv("http_proxy");
    qputenv("http_proxy", "http://proxy.example:3128");
    const auto proxyFor = [](const char *url) {
        return OutboundProxies(QString())
            .queryProxy(QNetworkProxyQuery(QUrl(QString::fromLatin1(url))))
            .constFirst();
    };
    QCOMPARE(proxyFor("http://127.0.0.1:8080/").type(), QNetworkProxy::NoProxy);
    QCOMPARE(proxyFor("http://localhost/").type(), QNetworkProxy::NoProxy);
    QCOMPARE(proxyFor("http://[::1]/").type(), QNetworkProxy::NoProxy);
    QCOMPARE(proxyFor("http://api.example/").hostName(), QStringLiteral("proxy.example"));
    qputenv("http_proxy", before);
}

QTEST_GUILESS_MAIN(TestApiAddress)
#include "tst_apiaddress.moc"
