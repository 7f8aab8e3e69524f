#include "ui/palette/palettewords.h"

#include <QTest>

using Match = PaletteWords::Match;

class tst_PaletteWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyWordHasToOccur_data();
    void everyWordHasToOccur();
    void nothingTypedIsInEverything();
};

void tst_PaletteWords::everyWordHasToOccur_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<int>("match");
    const auto row = [](const char *name, const char *typed, Match match) {
        QTest::newRow(name) << QString::fromUtf8(typed) << static_cast<int>(match);
    };
    row("the beginning", "new", Match::AtStarts);
    row("another word's beginning", "acc", Match::AtStarts);
    row("any order", "account new", Match::AtStarts);
    row("case", "NEW Account", Match::AtStarts);
    row("inside a word", "count", Match::Inside);
    row("one at a start, one inside", "new ount", Match::Inside);
    row("one of them missing", "new role", Match::None);
    row("spaces around", "  service ", Match::AtStarts);
}

void tst_PaletteWords::everyWordHasToOccur()
{
    QFETCH(QString, typed);
    QFETCH(int, match);
    QCOMPARE(static_cast<int>(PaletteWords(typed).in(QStringLiteral("New Service Account"))), match);
}

void tst_PaletteWords::nothingTypedIsInEverything()
{
    QVERIFY(PaletteWords(QStringLiteral("  ")).areNone());
    QCOMPARE(PaletteWords(QString()).in(QStringLiteral("Quit")), Match::AtStarts);
}

QTEST_MAIN(tst_PaletteWords)
#include "tst_palettewords.moc"
