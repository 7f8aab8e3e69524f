#include "models/editing/textdifference.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

/// With the changed pieces in brackets.
QString marked(const QList<TextDifference::Piece> &pieces)
{
    QString result;
    for (const TextDifference::Piece &piece : pieces)
        result += piece.changed ? u'[' + piece.text + u']' : piece.text;
    return result;
}

QString joined(const QList<TextDifference::Piece> &pieces)
{
    QString result;
    for (const TextDifference::Piece &piece : pieces)
        result += piece.text;
    return result;
}

} // namespace

class tst_TextDifference : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void marksTheWordsThatDiffer_data()
    {
        QTest::addColumn<QString>("mine");
        QTest::addColumn<QString>("theirs");
        QTest::newRow("the same") << u"a b"_s << u"a b"_s;
        QTest::newRow("both empty") << QString() << QString();
        QTest::newRow("mine is empty") << QString() << u"[a b]"_s;
        QTest::newRow("added in the middle and at the end")
            << u"Deploys the front end [and the API ]from GitLab CI"_s
            << u"Deploys the front end from GitLab CI[; owner: Web]"_s;
        QTest::newRow("a word") << u"Deploys [staging]"_s << u"Deploys [production]"_s;
        QTest::newRow("nothing in common") << u"[one]"_s << u"[two]"_s;
        QTest::newRow("a word that theirs has before all") << u"b c"_s << u"[a ]b c"_s;
        QTest::newRow("a word that mine has before all") << u"[a ]b c"_s << u"b c"_s;
        QTest::newRow("emoji") << u"a 🚀[🚀]"_s << u"a 🚀"_s;
    }

    void marksTheWordsThatDiffer()
    {
        QFETCH(QString, mine);
        QFETCH(QString, theirs);
        const auto plain = [](QString text) { return text.remove(u'[').remove(u']'); };
        const auto difference = TextDifference::between(plain(mine), plain(theirs));
        QCOMPARE(marked(difference.mine), mine);
        QCOMPARE(marked(difference.theirs), theirs);
    }

    void keepsVeryLongTextsWhole()
    {
        QString mine = u"begin "_s;
        QString theirs = u"begin "_s;
        for (int i = 0; i < 20'000; ++i) {
            mine += QString::number(i) + u' ';
            theirs += QString::number(i * 7) + u' ';
        }
        const auto difference = TextDifference::between(mine, theirs);
        QCOMPARE(joined(difference.mine), mine);
        QCOMPARE(joined(difference.theirs), theirs);
    }
};

QTEST_APPLESS_MAIN(tst_TextDifference)
#include "tst_textdifference.moc"
