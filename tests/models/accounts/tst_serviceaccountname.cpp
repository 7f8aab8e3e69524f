#include "models/accounts/serviceaccountname.h"

#include <QTest>

class ServiceAccountNameTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void takesLowercaseLettersNumbersAndUnderscores_data();
    void takesLowercaseLettersNumbersAndUnderscores();
    void refusesEverythingElse_data();
    void refusesEverythingElse();
    void namesEachForbiddenCharacterOnce();
};

void ServiceAccountNameTest::takesLowercaseLettersNumbersAndUnderscores_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("letters") << QStringLiteral("ci_deploy");
    QTest::newRow("every kind") << QStringLiteral("abcxyz_0123456789");
    QTest::newRow("one letter") << QStringLiteral("a");
    QTest::newRow("digits alone") << QStringLiteral("42");
    QTest::newRow("underscores alone") << QStringLiteral("__");
    QTest::newRow("64 characters") << QString(64, u'a');
}

void ServiceAccountNameTest::takesLowercaseLettersNumbersAndUnderscores()
{
    QFETCH(QString, text);
    QVERIFY(!ServiceAccountName::problemWith(text));
    const auto name = ServiceAccountName::fromText(text);
    QVERIFY(name);
    QCOMPARE(name->text(), text);
}

void ServiceAccountNameTest::refusesEverythingElse_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<NameProblem>("problem");
    const auto forbidden = NameProblem::ForbiddenCharacters;
    QTest::newRow("empty") << QString() << NameProblem::Missing;
    QTest::newRow("upper case") << QStringLiteral("Ci_deploy") << forbidden;
    QTest::newRow("hyphen") << QStringLiteral("ci-deploy") << forbidden;
    QTest::newRow("space") << QStringLiteral("ci deploy") << forbidden;
    QTest::newRow("space at the end") << QStringLiteral("ci_deploy ") << forbidden;
    QTest::newRow("emoji") << QStringLiteral("ci_\U0001F511") << forbidden;
    QTest::newRow("umlaut") << QStringLiteral("prüfung") << forbidden;
    QTest::newRow("another script's digit") << QStringLiteral("ci_\u0663") << forbidden;
    QTest::newRow("line feed") << QStringLiteral("ci\n") << forbidden;
    QTest::newRow("NUL") << QStringLiteral("ci") + QChar(u'\0') << forbidden;
    QTest::newRow("before a") << QStringLiteral("`") << forbidden;
    QTest::newRow("after z") << QStringLiteral("{") << forbidden;
    QTest::newRow("before 0") << QStringLiteral("/") << forbidden;
    QTest::newRow("after 9") << QStringLiteral(":") << forbidden;
    QTest::newRow("65 characters") << QString(65, u'a') << NameProblem::TooLong;
    QTest::newRow("long and forbidden") << QString(65, u'A') << forbidden;
}

void ServiceAccountNameTest::refusesEverythingElse()
{
    QFETCH(QString, text);
    QFETCH(NameProblem, problem);
    QCOMPARE(ServiceAccountName::problemWith(text), std::optional(problem));
    QVERIFY(!ServiceAccountName::fromText(text));
}

void ServiceAccountNameTest::namesEachForbiddenCharacterOnce()
{
    QCOMPARE(ServiceAccountName::forbiddenCharacters(u"CI-Deploy-\U0001F511C"),
             QStringList({QStringLiteral("C"), QStringLiteral("I"), QStringLiteral("-"), QStringLiteral("D"),
                          QStringLiteral("\U0001F511")}));
}

QTEST_APPLESS_MAIN(ServiceAccountNameTest)
#include "tst_serviceaccountname.moc"
