#include "resources/translations/translations.h"

#include <QGuiApplication>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

/// The words come from the files that are compiled in, or from the one that the environment names.
class TranslationsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tellsOneFromMany_data();
    void tellsOneFromMany();
    void takesTheFileOfTheEnvironment();
    void goesOnWithoutAFileThatIsNotThere();

private:
    static QString days(int count)
    {
        return QCoreApplication::translate("Settings", "%n day(s)", nullptr, count);
    }
};

void TranslationsTest::tellsOneFromMany_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<QString>("text");
    QTest::newRow("none") << 0 << QStringLiteral("0 days");
    QTest::newRow("one") << 1 << QStringLiteral("1 day");
    QTest::newRow("two") << 2 << QStringLiteral("2 days");
}

void TranslationsTest::tellsOneFromMany()
{
    QFETCH(int, count);
    QTEST(days(count), "text");
}

void TranslationsTest::goesOnWithoutAFileThatIsNotThere()
{
    qputenv("APONO_CONSOLE_TRANSLATION", "/nowhere/words.qm");
    Translations::install();
    QCOMPARE(QCoreApplication::translate("About", "Close"), QStringLiteral("Close"));
}

void TranslationsTest::takesTheFileOfTheEnvironment()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("words.qm"));
    QCOMPARE(QProcess::execute(QStringLiteral(PYTHON), {QStringLiteral("-B"), QStringLiteral(PSEUDO), path,
                                                        QStringLiteral("--right-to-left")}),
             0);
    QCOMPARE(QGuiApplication::layoutDirection(), Qt::LeftToRight);
    qputenv("APONO_CONSOLE_TRANSLATION", path.toUtf8());
    Translations::install();
    QVERIFY2(days(1).startsWith(QStringLiteral("[1 dá")), qPrintable(days(1)));
    // The language says in which direction it is read.
    QCOMPARE(QGuiApplication::layoutDirection(), Qt::RightToLeft);
}

QTEST_MAIN(TranslationsTest)
#include "tst_translations.moc"
