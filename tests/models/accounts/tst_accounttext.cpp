#include "models/accounts/accounttext.h"

#include <QTest>

class AccountTextTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tellsTheDayAndHowFarAwayItIs();
    void tellsTheMomentOfTheLastUse();
    void tellsWhatItKnowsOfTheCreation();
    void tellsHowMuchOfTheTimeHasGone_data();
    void tellsHowMuchOfTheTimeHasGone();

private:
    const QDateTime m_now{QDate(2026, 11, 24), QTime(10, 42)};
};

void AccountTextTest::tellsTheDayAndHowFarAwayItIs()
{
    ServiceAccount account;
    QCOMPARE(expirationText(account, m_now), QStringLiteral("Unlimited"));
    account.expiryDate = QDateTime(QDate(2027, 1, 1), QTime(10, 42));
    QCOMPARE(expirationText(account, m_now), QStringLiteral("1 Jan 2027, in 38 days"));
}

void AccountTextTest::tellsTheMomentOfTheLastUse()
{
    ServiceAccount account;
    QCOMPARE(lastUsedText(account, m_now), QStringLiteral("Never"));
    account.lastUsedDate = m_now.addSecs(-4 * 60);
    QCOMPARE(lastUsedText(account, m_now), QStringLiteral("4 min ago, 24 Nov 2026 10:38"));
}

void AccountTextTest::tellsWhatItKnowsOfTheCreation()
{
    ServiceAccount account;
    QCOMPARE(createdText(account), QString());
    account.createdBy = QStringLiteral("Dana %2");
    QCOMPARE(createdText(account), QStringLiteral("Dana %2"));
    account.creationDate = QDateTime(QDate(2026, 7, 5), QTime(9, 11));
    QCOMPARE(createdText(account), QStringLiteral("5 Jul 2026 by Dana %2"));
    account.createdBy.clear();
    QCOMPARE(createdText(account), QStringLiteral("5 Jul 2026"));
}

void AccountTextTest::tellsHowMuchOfTheTimeHasGone_data()
{
    QTest::addColumn<int>("createdDaysAgo");
    QTest::addColumn<int>("endsInDays");
    QTest::addColumn<double>("gone");
    QTest::newRow("half") << 30 << 30 << 0.5;
    QTest::newRow("all of it") << 30 << -1 << 1.0;
    QTest::newRow("a clock that is behind") << -1 << 30 << 0.0;
    QTest::newRow("an end before the beginning") << 1 << -2 << 1.0;
}

void AccountTextTest::tellsHowMuchOfTheTimeHasGone()
{
    QFETCH(int, createdDaysAgo);
    QFETCH(int, endsInDays);
    QFETCH(double, gone);
    ServiceAccount account;
    QVERIFY(!timeGone(account, m_now));
    account.expiryDate = m_now.addDays(endsInDays);
    QVERIFY(!timeGone(account, m_now));
    account.expiryDate.reset();
    account.creationDate = m_now.addDays(-createdDaysAgo);
    QVERIFY(!timeGone(account, m_now));
    account.expiryDate = m_now.addDays(endsInDays);
    QCOMPARE(timeGone(account, m_now).value_or(-1), gone);
}

QTEST_GUILESS_MAIN(AccountTextTest)
#include "tst_accounttext.moc"
