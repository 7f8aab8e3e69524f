#include "ui/style/consolestyle.h"
#include "ui/widgets/cardpair.h"
#include "ui/widgets/versioncard.h"

#include <QApplication>
#include <QTest>

namespace {

constexpr int stackUnder = 640;

VersionCard *card(const QString &name, const QString &text)
{
    auto *card = new VersionCard(name);
    card->setWords({{text, false}});
    return card;
}

} // namespace

class tst_CardPair : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { ConsoleStyle::install(*qApp); }
    void standsBesideEachOtherWithRoom();
    void standsBelowEachOtherWithoutRoom();
    void isAsHighAsItsHigherCard();
};

void tst_CardPair::standsBesideEachOtherWithRoom()
{
    VersionCard *mine = card(QStringLiteral("Your description"), QStringLiteral("one"));
    VersionCard *theirs = card(QStringLiteral("Their description"), QStringLiteral("two"));
    CardPair pair(mine, theirs, stackUnder, 12);
    pair.resize(700, pair.heightForWidth(700));
    pair.show();
    QVERIFY(!pair.isStacked());
    QCOMPARE(mine->y(), theirs->y());
    QCOMPARE(mine->width(), theirs->width());
    QCOMPARE(theirs->x() - mine->geometry().right() - 1, 12);
}

void tst_CardPair::standsBelowEachOtherWithoutRoom()
{
    VersionCard *mine = card(QStringLiteral("Your description"), QStringLiteral("one"));
    VersionCard *theirs = card(QStringLiteral("Their description"), QStringLiteral("two"));
    CardPair pair(mine, theirs, stackUnder, 12);
    pair.resize(639, pair.heightForWidth(639));
    pair.show();
    QVERIFY(pair.isStacked());
    QCOMPARE(mine->width(), 639);
    QCOMPARE(theirs->y(), mine->height() + 12);
    QVERIFY(pair.rect().contains(theirs->geometry()));
}

void tst_CardPair::isAsHighAsItsHigherCard()
{
    VersionCard *mine = card(QStringLiteral("Your description"), QStringLiteral("one"));
    VersionCard *theirs =
        card(QStringLiteral("Their description"), QStringLiteral("words that wrap ").repeated(20));
    CardPair pair(mine, theirs, stackUnder, 12);
    QCOMPARE(pair.heightForWidth(700), theirs->heightForWidth((700 - 12) / 2));
    QVERIFY(theirs->heightForWidth(300) > theirs->heightForWidth(600));
}

QTEST_MAIN(tst_CardPair)

#include "tst_cardpair.moc"
