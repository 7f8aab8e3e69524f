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
          "https://api.apono.io:99999"})
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

QTEST_APPLESS_MAIN(ServerAddressTest)
#include "tst_serveraddress.moc"
