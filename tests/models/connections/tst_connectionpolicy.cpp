#include "models/connections/connectionpolicy.h"

#include <QTest>

Q_DECLARE_METATYPE(ExpirationChoice)
Q_DECLARE_METATYPE(ConnectionPolicy)

class ConnectionPolicyTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void saysWhyAChoiceIsNotAllowed_data();
    void saysWhyAChoiceIsNotAllowed();
    void knowsTheLastDayThatCanBeChosen();
    void isOpenUntilSomethingIsForbidden();

private:
    const QDateTime m_now{QDate(2026, 11, 24), QTime(10, 42), Qt::UTC};
};

void ConnectionPolicyTest::initTestCase()
{
    qputenv("TZ", "Europe/Berlin");
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
}

void ConnectionPolicyTest::saysWhyAChoiceIsNotAllowed_data()
{
    QTest::addColumn<ConnectionPolicy>("policy");
    QTest::addColumn<ExpirationChoice>("choice");
    QTest::addColumn<QString>("refusal");
    const ConnectionPolicy open;
    const ConnectionPolicy half{180, true};
    const ConnectionPolicy strict{180, false};
    const ConnectionPolicy limitedOnly{std::nullopt, false};
    const auto none = QString();
    const auto date = [](int year, int month, int day) {
        return ExpirationChoice::date(QDate(year, month, day));
    };
    QTest::newRow("open, unlimited") << open << ExpirationChoice::unlimited() << none;
    QTest::newRow("open, a year") << open << ExpirationChoice::days(365) << none;
    QTest::newRow("open, a far date") << open << date(2099, 1, 1) << none;
    QTest::newRow("a limit beside Unlimited") << half << ExpirationChoice::unlimited() << none;
    QTest::newRow("Unlimited off")
        << strict << ExpirationChoice::unlimited()
        << QStringLiteral("Unlimited is off: the policy of Production allows at most 180 days.");
    QTest::newRow("Unlimited off, no limit")
        << limitedOnly << ExpirationChoice::unlimited()
        << QStringLiteral("Unlimited is off: the policy of Production allows limited tokens only.");
    QTest::newRow("limited, no limit") << limitedOnly << ExpirationChoice::days(365) << none;
    QTest::newRow("one day") << ConnectionPolicy{1, true} << ExpirationChoice::days(7)
                             << QStringLiteral("The policy of Production allows at most 1 day.");
    QTest::newRow("exactly the limit") << strict << ExpirationChoice::days(180) << none;
    QTest::newRow("over the limit") << strict << ExpirationChoice::days(365)
                                    << QStringLiteral("The policy of Production allows at most 180 days.");
    QTest::newRow("the last date") << strict << date(2027, 5, 23) << none;
    QTest::newRow("a day later") << strict << date(2027, 5, 24)
                                 << QStringLiteral(
                                        "24 May 2027 is 181 days away. Choose a date up to 23 May 2027.");
    QTest::newRow("the picture's date")
        << strict << date(2027, 11, 30)
        << QStringLiteral("30 November 2027 is 371 days away. Choose a date up to 23 May 2027.");
}

void ConnectionPolicyTest::saysWhyAChoiceIsNotAllowed()
{
    QFETCH(ConnectionPolicy, policy);
    QFETCH(ExpirationChoice, choice);
    QTEST(policy.refusal(choice, QStringLiteral("Production"), m_now), "refusal");
}

void ConnectionPolicyTest::knowsTheLastDayThatCanBeChosen()
{
    QVERIFY(!ConnectionPolicy().lastDate(m_now));
    QCOMPARE((ConnectionPolicy{1, true}.lastDate(m_now)), std::optional(QDate(2026, 11, 25)));
    // In Berlin it is the next day already.
    const QDateTime late(QDate(2026, 11, 24), QTime(23, 30), Qt::UTC);
    QCOMPARE((ConnectionPolicy{1, true}.lastDate(late)), std::optional(QDate(2026, 11, 26)));
}

void ConnectionPolicyTest::isOpenUntilSomethingIsForbidden()
{
    QVERIFY(ConnectionPolicy().isOpen());
    QVERIFY(!(ConnectionPolicy{std::nullopt, false}.isOpen()));
    QVERIFY(!(ConnectionPolicy{30, true}.isOpen()));
}

QTEST_GUILESS_MAIN(ConnectionPolicyTest)
#include "tst_connectionpolicy.moc"
