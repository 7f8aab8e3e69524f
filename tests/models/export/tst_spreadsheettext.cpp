#include "models/export/spreadsheettext.h"

#include <QTest>

using namespace Qt::StringLiterals;

class tst_SpreadsheetText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void disarmsWhatCouldBeAFormula_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("cell");
        QTest::newRow("equals") << u"=1+1"_s << u"'=1+1"_s;
        QTest::newRow("plus") << u"+1"_s << u"'+1"_s;
        QTest::newRow("minus") << u"-1"_s << u"'-1"_s;
        QTest::newRow("at") << u"@SUM(A1)"_s << u"'@SUM(A1)"_s;
        QTest::newRow("tab") << u"\t=1"_s << u"'\t'=1"_s;
        QTest::newRow("tab before a word") << u"\tword"_s << u"'\tword"_s;
        QTest::newRow("carriage return") << u"\r=1"_s << u"'\r'=1"_s;
        QTest::newRow("line feed") << u"\n=1"_s << u"'\n'=1"_s;
        QTest::newRow("full-width equals") << u"\uff1d1"_s << u"'\uff1d1"_s;
        QTest::newRow("full-width plus") << u"\uff0b1"_s << u"'\uff0b1"_s;
        QTest::newRow("full-width minus") << u"\uff0d1"_s << u"'\uff0d1"_s;
        QTest::newRow("full-width at") << u"\uff20A"_s << u"'\uff20A"_s;
        QTest::newRow("small equals") << u"\ufe661"_s << u"'\ufe661"_s;
        QTest::newRow("after spaces") << u"  =1"_s << u"'  =1"_s;
        QTest::newRow("after a no-break space") << u"\u00a0=1"_s << u"'\u00a0=1"_s;
        QTest::newRow("after a zero-width space") << u"\u200b=1"_s << u"'\u200b=1"_s;
        QTest::newRow("after a byte order mark") << u"\ufeff=1"_s << u"'\ufeff=1"_s;
        QTest::newRow("after a quote") << u"\"=1"_s << u"'\"=1"_s;
        QTest::newRow("DDE") << u"=cmd|'/C calc'!A0"_s << u"'=cmd|'/C calc'!A0"_s;
        // A spreadsheet set to semicolons does not see the quotes of a cell that began with another one.
        QTest::newRow("after a semicolon") << u"a;=1;b"_s << u"a;'=1;b"_s;
        QTest::newRow("semicolon first") << u";=1"_s << u";'=1"_s;
        QTest::newRow("in a second line") << u"a\n =1"_s << u"a\n '=1"_s;
    }

    void disarmsWhatCouldBeAFormula()
    {
        QFETCH(QString, text);
        QTEST(harmlessInSpreadsheet(text), "cell");
    }

    void leavesEveryOtherTextAsItIs_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("empty") << QString();
        QTest::newRow("a name") << u"prod_ci_deploy"_s;
        QTest::newRow("signs inside") << u"a=b, c-d + e@f"_s;
        QTest::newRow("quotes and commas") << u"\"so\", he said"_s;
        QTest::newRow("lines") << u"one\r\ntwo; three"_s;
        QTest::newRow("not equal") << u"\u2260 1"_s;
        QTest::newRow("Hebrew") << u"\u05e9\u05dc\u05d5\u05dd"_s;
        QTest::newRow("emoji") << u"\U0001f511 key"_s;
        QTest::newRow("half an emoji") << QString(QChar(0xd83d));
        QTest::newRow("an apostrophe") << u"'quoted'"_s;
    }

    void leavesEveryOtherTextAsItIs()
    {
        QFETCH(QString, text);
        QCOMPARE(harmlessInSpreadsheet(text), text);
    }
};

QTEST_GUILESS_MAIN(tst_SpreadsheetText)
#include "tst_spreadsheettext.moc"
