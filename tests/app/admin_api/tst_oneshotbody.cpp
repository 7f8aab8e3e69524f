#include "app/admin_api/oneshotbody.h"

#include <QTest>

class TestOneShotBody : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesItsBytesOnce();
    void cannotBeRewound();
    void cannotBeWrittenTo();
};

void TestOneShotBody::givesItsBytesOnce()
{
    OneShotBody body("abcdef");
    QVERIFY(body.isSequential());
    QCOMPARE(body.bytesAvailable(), 6);
    QCOMPARE(body.read(4), QByteArray("abcd"));
    QVERIFY(!body.atEnd());
    QCOMPARE(body.read(4), QByteArray("ef"));
    QVERIFY(body.atEnd());
    QCOMPARE(body.bytesAvailable(), 0);
    char byte = 0;
    QCOMPARE(body.read(&byte, 1), -1);
}

void TestOneShotBody::cannotBeRewound()
{
    OneShotBody body("abcdef");
    QCOMPARE(body.readAll(), QByteArray("abcdef"));
    QVERIFY(!body.reset());
    QCOMPARE(body.readAll(), QByteArray());
}

void TestOneShotBody::cannotBeWrittenTo()
{
    OneShotBody body("abcdef");
    QVERIFY(!body.isWritable());
}

QTEST_GUILESS_MAIN(TestOneShotBody)
#include "tst_oneshotbody.moc"
