#include "app/storage/connectionnaming.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

class TestConnectionNaming : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void makesAKeyFromAName_data();
    void makesAKeyFromAName();
    void makesAnotherKeyWhenOneIsTaken();
    void endsAKeyWithSixRandomCharacters();
    void knowsAKey_data();
    void knowsAKey();
};

void TestConnectionNaming::makesAKeyFromAName_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("key");
    QTest::newRow("host") << u"api.apono.io"_s << u"api-apono-io"_s;
    QTest::newRow("port") << u"localhost:8080"_s << u"localhost-8080"_s;
    QTest::newRow("IPv6") << u"[::1]:8080"_s << u"1-8080"_s;
    QTest::newRow("upper case") << u"Team_A"_s << u"team_a"_s;
    QTest::newRow("other letters") << u"büro.example"_s << u"b-ro-example"_s;
    QTest::newRow("nothing usable") << u"日本"_s << u"server"_s;
    QTest::newRow("long") << u"a-very-long-host-name.of-some-company.example"_s
                          << u"a-very-long-host-name-of-some-co"_s;
}

void TestConnectionNaming::makesAKeyFromAName()
{
    QFETCH(QString, name);
    const QString key = connectionKey(name, false, {});
    QTEST(key, "key");
    QVERIFY(isConnectionKey(key));
}

void TestConnectionNaming::makesAnotherKeyWhenOneIsTaken()
{
    QCOMPARE(connectionKey(u"local"_s, false, {u"local"_s}), u"local-2"_s);
    QCOMPARE(connectionKey(u"local"_s, false, {u"local"_s, u"local-2"_s}), u"local-3"_s);
    const QString longName(40, u'a');
    const QString first = connectionKey(longName, false, {});
    const QString second = connectionKey(longName, false, {first});
    QVERIFY(second != first);
    QVERIFY(isConnectionKey(second));
}

void TestConnectionNaming::endsAKeyWithSixRandomCharacters()
{
    const QRegularExpression pattern(u"\\Alocal-[a-z0-9]{6}\\z"_s);
    QSet<QString> keys;
    for (int i = 0; i < 50; ++i) {
        const QString key = connectionKey(u"local"_s, true, keys);
        QVERIFY2(pattern.match(key).hasMatch(), qPrintable(key));
        keys.insert(key);
    }
    QCOMPARE(keys.size(), 50);
    const QString longKey = connectionKey(QString(40, u'a'), true, {});
    QCOMPARE(longKey.size(), 32);
    QVERIFY(isConnectionKey(longKey));
}

void TestConnectionNaming::knowsAKey_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isKey");
    QTest::newRow("local") << u"local"_s << true;
    QTest::newRow("32 characters") << QString(32, u'k') << true;
    QTest::newRow("33 characters") << QString(33, u'k') << false;
    QTest::newRow("empty") << QString() << false;
    QTest::newRow("upper case") << u"Local"_s << false;
    QTest::newRow("slash") << u"local/x"_s << false;
    QTest::newRow("other digits") << u"local٣"_s << false;
}

void TestConnectionNaming::knowsAKey()
{
    QFETCH(QString, text);
    QTEST(isConnectionKey(text), "isKey");
}

QTEST_APPLESS_MAIN(TestConnectionNaming)
#include "tst_connectionnaming.moc"
