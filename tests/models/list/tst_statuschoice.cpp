#include "models/list/accountfilter.h"

#include <QTest>

using namespace Qt::StringLiterals;

class StatusChoiceTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void hasAWordForEachChoice();
    void putsAnAccountUnderItsChoices_data();
    void putsAnAccountUnderItsChoices();
    void knowsWhetherAFilterHidesAnything_data();
    void knowsWhetherAFilterHidesAnything();
};

void StatusChoiceTest::hasAWordForEachChoice()
{
    QStringList words;
    for (const StatusChoice choice : allStatusChoices)
        words.append(statusChoiceText(choice));
    QCOMPARE(words, QStringList({u"All"_s, u"Active"_s, u"Expiring soon"_s, u"Expired"_s, u"Unlimited"_s,
                                 u"Never used"_s}));
}

void StatusChoiceTest::putsAnAccountUnderItsChoices_data()
{
    QTest::addColumn<std::optional<int>>("daysLeft");
    QTest::addColumn<bool>("wasUsed");
    QTest::addColumn<QStringList>("words");
    QTest::newRow("no end, never used")
        << std::optional<int>() << false
        << QStringList{u"All"_s, u"Active"_s, u"Unlimited"_s, u"Never used"_s};
    QTest::newRow("no end, used") << std::optional<int>() << true
                                  << QStringList{u"All"_s, u"Active"_s, u"Unlimited"_s};
    QTest::newRow("far") << std::optional(15) << true << QStringList{u"All"_s, u"Active"_s};
    QTest::newRow("near") << std::optional(14) << true << QStringList{u"All"_s, u"Expiring soon"_s};
    QTest::newRow("over") << std::optional(0) << true << QStringList{u"All"_s, u"Expired"_s};
    QTest::newRow("over before it was used")
        << std::optional(-400) << false << QStringList{u"All"_s, u"Expired"_s, u"Never used"_s};
}

void StatusChoiceTest::putsAnAccountUnderItsChoices()
{
    QFETCH(std::optional<int>, daysLeft);
    QFETCH(bool, wasUsed);
    const QDateTime now(QDate(2026, 11, 24), QTime(10, 42), Qt::UTC);
    ServiceAccount account;
    if (daysLeft)
        account.expiryDate = now.addDays(*daysLeft);
    if (wasUsed)
        account.lastUsedDate = now.addDays(-1);
    const auto choices = choicesOf(account, now.toMSecsSinceEpoch());
    QStringList words;
    for (const StatusChoice choice : allStatusChoices) {
        if (choices.at(static_cast<size_t>(choice)))
            words.append(statusChoiceText(choice));
    }
    QTEST(words, "words");
}

void StatusChoiceTest::knowsWhetherAFilterHidesAnything_data()
{
    QTest::addColumn<AccountFilter>("filter");
    QTest::addColumn<bool>("isSet");
    QTest::newRow("nothing") << AccountFilter() << false;
    QTest::newRow("blanks") << AccountFilter{u"  "_s, StatusChoice::All, {}} << false;
    QTest::newRow("a word") << AccountFilter{u" a "_s, StatusChoice::All, {}} << true;
    QTest::newRow("a status") << AccountFilter{{}, StatusChoice::Unlimited, {}} << true;
    QTest::newRow("a role") << AccountFilter{{}, StatusChoice::All, {u"Viewer"_s}} << true;
    QTest::newRow("a week") << AccountFilter{{}, StatusChoice::All, {}, ExpiryRange{0, 1}} << true;
}

void StatusChoiceTest::knowsWhetherAFilterHidesAnything()
{
    QFETCH(AccountFilter, filter);
    QTEST(filter.isSet(), "isSet");
}

QTEST_GUILESS_MAIN(StatusChoiceTest)
#include "tst_statuschoice.moc"
