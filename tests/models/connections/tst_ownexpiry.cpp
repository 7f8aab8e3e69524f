#include "models/connections/ownexpiry.h"
#include "tests/support/fixedclock.h"

#include <QTest>

using namespace std::chrono_literals;

class OwnExpiryTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void isTheEndOfTheAccountThatOneIs_data();
    void isTheEndOfTheAccountThatOneIs();
    void announcesTheEndDaysAhead_data();
    void announcesTheEndDaysAhead();

private:
    FixedClock m_clock{QDateTime(QDate(2026, 11, 24), QTime(10, 42), Qt::UTC)};
};

void OwnExpiryTest::initTestCase()
{
    qputenv("TZ", "UTC");
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
}

void OwnExpiryTest::isTheEndOfTheAccountThatOneIs_data()
{
    QTest::addColumn<bool>("isKnown");
    QTest::addColumn<QString>("userId");
    QTest::addColumn<bool>("hasEnd");
    QTest::newRow("nobody knows who one is") << false << QString() << false;
    QTest::newRow("no id told") << true << QString() << false;
    QTest::newRow("a person, no account") << true << QStringLiteral("42") << false;
    QTest::newRow("an unlimited account") << true << QStringLiteral("unlimited") << false;
    QTest::newRow("a limited account") << true << QStringLiteral("limited") << true;
}

void OwnExpiryTest::isTheEndOfTheAccountThatOneIs()
{
    QFETCH(bool, isKnown);
    QFETCH(QString, userId);
    QFETCH(bool, hasEnd);
    const QDateTime end = m_clock.now().addDays(3);
    AccountTableModel accounts(m_clock);
    for (const char *name : {"unlimited", "limited"}) {
        ServiceAccount account;
        account.id = account.name = QString::fromLatin1(name);
        if (account.name == QStringLiteral("limited"))
            account.expiryDate = end;
        accounts.put({account});
    }
    std::optional<Session> session;
    if (isKnown)
        session = Session{userId, QStringLiteral("ci_admin"), {}, {}, {}};
    QCOMPARE(OwnExpiry::of(session, accounts), hasEnd ? std::optional(end) : std::nullopt);
}

void OwnExpiryTest::announcesTheEndDaysAhead_data()
{
    QTest::addColumn<qint64>("secondsLeft");
    QTest::addColumn<QString>("notice");
    const qint64 day = 24 * 60 * 60;
    QTest::newRow("more than a week") << 7 * day + 1 << QString();
    QTest::newRow("a week") << 7 * day
                            << QStringLiteral(
                                   "The token that this console signs in with expires in 7 days, on "
                                   "1 December 2026. Have another one at hand.");
    QTest::newRow("a day and a third")
        << day + day / 3
        << QStringLiteral("The token that this console signs in with expires in 1 day, on 25 November 2026. "
                          "Have another one at hand.");
    QTest::newRow("an hour")
        << qint64{3600}
        << QStringLiteral("The token that this console signs in with expires within a day, on 24 Nov 2026, "
                          "11:42. Have another one at hand.");
    QTest::newRow("over") << qint64{0}
                          << QStringLiteral(
                                 "The token that this console signs in with expired on 24 November "
                                 "2026. Use another one to go on.");
}

void OwnExpiryTest::announcesTheEndDaysAhead()
{
    QFETCH(qint64, secondsLeft);
    QTEST(OwnExpiry::notice(m_clock.now().addSecs(secondsLeft), m_clock.now(), 7), "notice");
}

QTEST_GUILESS_MAIN(OwnExpiryTest)
#include "tst_ownexpiry.moc"
