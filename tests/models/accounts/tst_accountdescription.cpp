#include "models/accounts/accountdescription.h"

#include <QTest>

class AccountDescriptionTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void takesUpTo500CodePoints_data();
    void takesUpTo500CodePoints();
};

void AccountDescriptionTest::takesUpTo500CodePoints_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isTaken");
    QTest::newRow("nothing") << QString() << true;
    QTest::newRow("500 letters") << QString(500, u'x') << true;
    QTest::newRow("501 letters") << QString(501, u'x') << false;
    QTest::newRow("500 keys") << QStringLiteral("\U0001F511").repeated(500) << true;
    QTest::newRow("501 keys") << QStringLiteral("\U0001F511").repeated(501) << false;
    QTest::newRow("half a pair") << QString(QChar(0xD83D)) << false;
    QTest::newRow("the other half") << QString(QChar(0xDD11)) << false;
    QTest::newRow("markup") << QStringLiteral("<b>bold</b> & more") << true;
}

void AccountDescriptionTest::takesUpTo500CodePoints()
{
    QFETCH(QString, text);
    QFETCH(bool, isTaken);
    const auto description = AccountDescription::fromText(text);
    QCOMPARE(description.has_value(), isTaken);
    if (isTaken)
        QCOMPARE(description->text(), text);
}

QTEST_APPLESS_MAIN(AccountDescriptionTest)
#include "tst_accountdescription.moc"
