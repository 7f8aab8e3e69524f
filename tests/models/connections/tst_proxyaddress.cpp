#include "models/connections/proxyaddress.h"

#include <QTest>

class ProxyAddressTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void takesWhatPeopleType_data();
    void takesWhatPeopleType();
    void refusesAnythingElseWithASentence_data();
    void refusesAnythingElseWithASentence();
    void knowsHostAndPort();
};

void ProxyAddressTest::takesWhatPeopleType_data()
{
    QTest::addColumn<QString>("proxy");
    const auto row = [](const char *typed, const char *proxy) {
        QTest::newRow(typed) << QString::fromLatin1(proxy);
    };
    row("", "");
    row("  ", "");
    row(" None ", "none");
    row("http://proxy.example:3128", "http://proxy.example:3128");
    row("http://proxy.example:3128/", "http://proxy.example:3128");
    row("proxy.example:3128", "http://proxy.example:3128");
    row("socks5://127.0.0.1:1080", "socks5://127.0.0.1:1080");
    row("http://[::1]:3128", "http://[::1]:3128");
    row("HTTP://Proxy.Example:3128", "http://proxy.example:3128");
}

void ProxyAddressTest::takesWhatPeopleType()
{
    const auto proxy = proxyFromText(QString::fromLatin1(QTest::currentDataTag()));
    QVERIFY2(proxy.ok(), proxy.ok() ? "" : qPrintable(proxy.error().message));
    QTEST(proxy.value(), "proxy");
    // What is kept can be typed again.
    QCOMPARE(proxyFromText(proxy.value()).value(), proxy.value());
}

void ProxyAddressTest::refusesAnythingElseWithASentence_data()
{
    QTest::addColumn<QString>("part");
    const auto row = [](const char *typed, const char *part) {
        QTest::newRow(typed) << QString::fromLatin1(part);
    };
    row("proxy.example", "host and port");
    row("http://", "host and port");
    row("http://proxy.example:0", "host and port");
    row("http://proxy.example:99999", "host and port");
    row("two words:80", "host and port");
    row("https://proxy.example:443", "Only http:// and socks5://");
    row("ftp://proxy.example:21", "Only http:// and socks5://");
    row("http://me:secret@proxy.example:3128", "no safe place");
    row("me:secret@proxy.example:3128", "no safe place");
    row("me@proxy.example:3128", "no safe place");
    row("http://proxy.example:3128/path", "without a path");
    row("http://proxy.example:3128?x=1", "without a path");
    row("http://proxy.example:3128#x", "without a path");
    row("socks5://:1080", "host and port");
}

void ProxyAddressTest::refusesAnythingElseWithASentence()
{
    QFETCH(QString, part);
    const auto proxy = proxyFromText(QString::fromLatin1(QTest::currentDataTag()));
    QVERIFY(!proxy.ok());
    QVERIFY2(proxy.error().sentence().contains(part), qPrintable(proxy.error().sentence()));
    QVERIFY(!proxy.error().sentence().contains(QStringLiteral("secret")));
}

void ProxyAddressTest::knowsHostAndPort()
{
    QVERIFY(!proxyUrl({}));
    QVERIFY(!proxyUrl(noProxy()));
    const auto proxy = proxyUrl(QStringLiteral("socks5://[::1]:1080"));
    QVERIFY(proxy);
    QCOMPARE(proxy->host(), QStringLiteral("::1"));
    QCOMPARE(proxy->port(), 1080);
}

QTEST_APPLESS_MAIN(ProxyAddressTest)
#include "tst_proxyaddress.moc"
