#include "models/connections/serveraddress.h"

#include <QTest>

class ServerAddressTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void takesAddressesOfAnApi_data();
    void takesAddressesOfAnApi();
    void refusesEverythingElseWithASentence_data();
    void refusesEverythingElseWithASentence();
    void knowsTheAddressesOfThisComputer_data();
    void knowsTheAddressesOfThisComputer();
    void tellsServersApart_data();
    void tellsServersApart();
};

void ServerAddressTest::takesAddressesOfAnApi_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("address");
    const auto row = [](const char *text, const char *address) {
        QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(address);
    };
    row("https://api.apono.io", "https://api.apono.io");
    row("  https://api.apono.io/  ", "https://api.apono.io");
    row("api.apono.io", "https://api.apono.io");
    row("api.apono.io:8443", "https://api.apono.io:8443");
    row("https://proxy.example.org/apono//", "https://proxy.example.org/apono");
    row("http://127.0.0.1:8080", "http://127.0.0.1:8080");
    row("http://127.9.8.7", "http://127.9.8.7");
    row("http://localhost:1", "http://localhost:1");
    row("http://[::1]:8080", "http://[::1]:8080");
}

void ServerAddressTest::takesAddressesOfAnApi()
{
    QFETCH(QString, text);
    QFETCH(QString, address);
    const auto result = serverAddressFromText(text);
    QVERIFY2(result.ok(), result.ok() ? "" : qPrintable(result.error().message));
    QCOMPARE(result.value().toString(), address);
}

void ServerAddressTest::refusesEverythingElseWithASentence_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text :
         {"", "   ", "not an address", "ftp://api.apono.io", "file:///etc/passwd", "https://",
          "http://api.apono.io", "http://127.0.0.1.example.org", "http://127.0.0.999", "http://10.0.0.1",
          "https://me:secret@api.apono.io", "https://api.apono.io?token=1", "https://api.apono.io#x",
          "https://api.apono.io:99999", "http:///path", "api.apono.io?", "api.apono.io/#"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void ServerAddressTest::refusesEverythingElseWithASentence()
{
    QFETCH(QString, text);
    const auto result = serverAddressFromText(text);
    QVERIFY(!result.ok());
    QVERIFY(!result.error().message.isEmpty());
    QVERIFY(!result.error().message.contains(QStringLiteral("secret")));
}

void ServerAddressTest::knowsTheAddressesOfThisComputer_data()
{
    QTest::addColumn<bool>("isOurs");
    const auto row = [](const char *host, bool isOurs) { QTest::newRow(host) << isOurs; };
    row("localhost", true);
    row("::1", true);
    row("127.0.0.1", true);
    row("127.255.255.255", true);
    row("127.0.0.256", false);
    row("127.0.0.-1", false);
    row("127.0.0.a", false);
    row("127.0.0.", false);
    row("127.0.1", false);
    row("127.0.0.0.1", false);
    row("128.0.0.1", false);
    row("localhost.example", false);
    row("", false);
}

void ServerAddressTest::knowsTheAddressesOfThisComputer()
{
    QTEST(isLoopback(QString::fromLatin1(QTest::currentDataTag())), "isOurs");
}

void ServerAddressTest::tellsServersApart_data()
{
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("other");
    QTest::addColumn<bool>("isSame");
    const auto row = [](const char *label, const char *one, const char *other, bool isSame) {
        QTest::newRow(label) << QString::fromLatin1(one) << QString::fromLatin1(other) << isSame;
    };
    row("the same", "https://a.example", "https://a.example", true);
    row("its port", "https://a.example", "https://a.example:443", true);
    row("its port without encryption", "http://localhost", "http://localhost:80/", true);
    row("a path on it", "https://a.example/", "https://a.example/eu/", true);
    row("in capitals", "https://a.example", "HTTPS://A.Example", true);
    row("another host", "https://a.example", "https://b.example", false);
    row("a host within it", "https://a.example", "https://eu.a.example", false);
    row("another port", "https://a.example:8443", "https://a.example:8444", false);
    row("no encryption", "https://localhost:8443", "http://localhost:8443", false);
    row("the other scheme's port", "http://localhost:443", "http://localhost", false);
}

void ServerAddressTest::tellsServersApart()
{
    QFETCH(QString, one);
    QFETCH(QString, other);
    QFETCH(bool, isSame);
    QCOMPARE(isSameServer(QUrl(one), QUrl(other)), isSame);
    QCOMPARE(isSameServer(QUrl(other), QUrl(one)), isSame);
}

QTEST_APPLESS_MAIN(ServerAddressTest)
#include "tst_serveraddress.moc"
