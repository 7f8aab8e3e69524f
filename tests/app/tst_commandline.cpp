#include "app/commandline.h"

#include <QTest>

class tst_CommandLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsItsOptions_data();
    void readsItsOptions();
    void takesOneOptionOfQt();
    void refusesWhatItDoesNotKnow_data();
    void refusesWhatItDoesNotKnow();
    void helpNamesEveryOption();
};

void tst_CommandLine::readsItsOptions_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<bool>("local");
    QTest::addColumn<QString>("connection");
    QTest::addColumn<QString>("dataDir");
    QTest::addColumn<bool>("verbose");
    const QStringList split{QStringLiteral("--data-dir"), QStringLiteral("/a b"), QStringLiteral("--local")};
    QTest::newRow("nothing") << QStringList() << false << QString() << QString() << false;
    QTest::newRow("local") << QStringList{QStringLiteral("--local")} << true << QString() << QString()
                           << false;
    QTest::newRow("value apart") << split << true << QString() << QStringLiteral("/a b") << false;
    QTest::newRow("value joined") << QStringList{QStringLiteral("--connection=api.example.org")} << false
                                  << QStringLiteral("api.example.org") << QString() << false;
    QTest::newRow("verbose") << QStringList{QStringLiteral("--verbose")} << false << QString() << QString()
                             << true;
}

void tst_CommandLine::readsItsOptions()
{
    QFETCH(QStringList, arguments);
    const auto result = CommandLine::fromArguments(arguments);
    QVERIFY(result.ok());
    QCOMPARE(int(result.value().wish), int(CommandLine::Wish::Window));
    QTEST(result.value().local, "local");
    QTEST(result.value().connection, "connection");
    QTEST(result.value().dataDir, "dataDir");
    QTEST(result.value().verbose, "verbose");
}

void tst_CommandLine::takesOneOptionOfQt()
{
    const auto result = CommandLine::fromArguments({QStringLiteral("-reverse")});
    QVERIFY(result.ok() && result.value().reverse);
    QVERIFY(!CommandLine::fromArguments({QStringLiteral("-style")}).ok());
    QVERIFY(!CommandLine::fromArguments({}).value().reverse);
}

void tst_CommandLine::refusesWhatItDoesNotKnow_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("names");
    QTest::newRow("unknown option") << QStringList{QStringLiteral("--frobnicate")}
                                    << QStringLiteral("--frobnicate");
    QTest::newRow("unknown with value")
        << QStringList{QStringLiteral("--what=1")} << QStringLiteral("--what");
    QTest::newRow("no option") << QStringList{QStringLiteral("file.txt")} << QStringLiteral("file.txt");
    QTest::newRow("no value") << QStringList{QStringLiteral("--data-dir")} << QStringLiteral("--data-dir");
    QTest::newRow("empty value") << QStringList{QStringLiteral("--data-dir=")}
                                 << QStringLiteral("--data-dir");
    QTest::newRow("value for a switch")
        << QStringList{QStringLiteral("--local=yes")} << QStringLiteral("--local");
    QTest::newRow("both") << QStringList{QStringLiteral("--local"), QStringLiteral("--connection=x")}
                          << QStringLiteral("--connection");
}

void tst_CommandLine::refusesWhatItDoesNotKnow()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, names);
    const auto result = CommandLine::fromArguments(arguments);
    QVERIFY(!result.ok());
    QVERIFY2(result.error().message.contains(names), qPrintable(result.error().message));
    QVERIFY2(result.error().message.contains(QStringLiteral("--help")), qPrintable(result.error().message));
}

void tst_CommandLine::helpNamesEveryOption()
{
    for (const QString &option :
         {QStringLiteral("--local"), QStringLiteral("--connection"), QStringLiteral("--data-dir"),
          QStringLiteral("--verbose"), QStringLiteral("--help"), QStringLiteral("--version")})
        QVERIFY2(CommandLine::helpText().contains(option), qPrintable(option));
    const auto help = CommandLine::fromArguments({QStringLiteral("--help")});
    QVERIFY(help.ok());
    QCOMPARE(int(help.value().wish), int(CommandLine::Wish::Help));
}

QTEST_APPLESS_MAIN(tst_CommandLine)
#include "tst_commandline.moc"
