#include "models/accounts/expirationchoice.h"

#include <QTest>

#include <cstdlib>
#include <ctime>

/// Local time follows the environment; each row puts it back.
class LocalZone
{
public:
    explicit LocalZone(const QByteArray &zone)
        : m_before(qgetenv("TZ"))
    {
        qputenv("TZ", zone);
        tzset();
    }
    ~LocalZone()
    {
        if (m_before.isNull())
            qunsetenv("TZ");
        else
            qputenv("TZ", m_before);
        tzset();
    }

private:
    QByteArray m_before;
};

class ExpirationTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void liesInTheFuture_data();
    void liesInTheFuture();
    void unlimitedHasNoEnd();
    void offersTheDurationsOfTheProduct();
    void countsDaysAs24HoursEach_data();
    void countsDaysAs24HoursEach();
    void aDateEndsWithItsLastSecondInLocalTime_data();
    void aDateEndsWithItsLastSecondInLocalTime();
    void tellsWhatWasChosen();
    void aPastDateIsRefused();
    void todayStillEndsTonight();
};

static QDateTime utc(const char *iso)
{
    return QDateTime::fromString(QString::fromLatin1(iso), Qt::ISODate).toUTC();
}

void ExpirationTest::liesInTheFuture_data()
{
    QTest::addColumn<QDateTime>("end");
    QTest::addColumn<bool>("isTaken");
    QTest::newRow("a second ahead") << utc("2026-11-24T10:42:01Z") << true;
    QTest::newRow("now") << utc("2026-11-24T10:42:00Z") << false;
    QTest::newRow("a second ago") << utc("2026-11-24T10:41:59Z") << false;
    QTest::newRow("no time at all") << QDateTime() << false;
}

void ExpirationTest::liesInTheFuture()
{
    QFETCH(QDateTime, end);
    QFETCH(bool, isTaken);
    QCOMPARE(Expiration::until(end, utc("2026-11-24T10:42:00Z")).has_value(), isTaken);
}

void ExpirationTest::unlimitedHasNoEnd()
{
    QVERIFY(Expiration::unlimited().isUnlimited());
    QVERIFY(!Expiration::unlimited().end());
    const auto resolved = ExpirationChoice::unlimited().resolvedAt(utc("2026-11-24T10:42:00Z"));
    QVERIFY(resolved && resolved->isUnlimited());
}

void ExpirationTest::offersTheDurationsOfTheProduct()
{
    QCOMPARE(ExpirationChoice::offeredDays(), QList<int>({7, 30, 60, 90, 180, 365}));
    QCOMPARE(ExpirationChoice::defaultDays, 30);
}

void ExpirationTest::countsDaysAs24HoursEach_data()
{
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<int>("days");
    QTest::addColumn<QDateTime>("end");
    QTest::newRow("30 days") << QByteArray("UTC") << 30 << utc("2027-04-19T12:00:00Z");
    QTest::newRow("across the change to summer time")
        << QByteArray("Europe/Berlin") << 30 << utc("2027-04-19T12:00:00Z");
    QTest::newRow("at UTC+14") << QByteArray("Pacific/Kiritimati") << 7 << utc("2027-03-27T12:00:00Z");
    QTest::newRow("at UTC-11") << QByteArray("Pacific/Pago_Pago") << 365 << utc("2028-03-19T12:00:00Z");
}

void ExpirationTest::countsDaysAs24HoursEach()
{
    QFETCH(QByteArray, zone);
    QFETCH(int, days);
    QFETCH(QDateTime, end);
    const LocalZone local(zone);
    const QDateTime now = utc("2027-03-20T12:00:00Z");
    const auto expiration = ExpirationChoice::days(days).resolvedAt(now);
    QVERIFY(expiration);
    QCOMPARE(*expiration->end(), end);
    QCOMPARE(expiration->end()->timeSpec(), Qt::UTC);
}

void ExpirationTest::aDateEndsWithItsLastSecondInLocalTime_data()
{
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QDate>("day");
    QTest::addColumn<QDateTime>("end");
    QTest::newRow("UTC") << QByteArray("UTC") << QDate(2027, 1, 15) << utc("2027-01-15T23:59:59Z");
    QTest::newRow("winter") << QByteArray("Europe/Berlin") << QDate(2027, 1, 15)
                            << utc("2027-01-15T22:59:59Z");
    QTest::newRow("summer") << QByteArray("Europe/Berlin") << QDate(2027, 7, 15)
                            << utc("2027-07-15T21:59:59Z");
    QTest::newRow("the day of the change")
        << QByteArray("Europe/Berlin") << QDate(2027, 3, 28) << utc("2027-03-28T21:59:59Z");
    QTest::newRow("UTC+14") << QByteArray("Pacific/Kiritimati") << QDate(2027, 1, 15)
                            << utc("2027-01-15T09:59:59Z");
    QTest::newRow("UTC-11") << QByteArray("Pacific/Pago_Pago") << QDate(2027, 1, 15)
                            << utc("2027-01-16T10:59:59Z");
}

void ExpirationTest::aDateEndsWithItsLastSecondInLocalTime()
{
    QFETCH(QByteArray, zone);
    QFETCH(QDate, day);
    QFETCH(QDateTime, end);
    const LocalZone local(zone);
    const auto expiration = ExpirationChoice::date(day).resolvedAt(utc("2026-11-24T10:42:00Z"));
    QVERIFY(expiration);
    QCOMPARE(*expiration->end(), end);
}

void ExpirationTest::tellsWhatWasChosen()
{
    const QDate day(2027, 1, 15);
    const auto unlimited = ExpirationChoice::unlimited();
    QVERIFY(unlimited.isUnlimited() && !unlimited.chosenDays() && !unlimited.chosenDate());
    QVERIFY(!unlimited.endAt(utc("2026-11-24T10:42:00Z")).isValid());
    const auto days = ExpirationChoice::days(7);
    QVERIFY(!days.isUnlimited() && days.chosenDays() == 7 && !days.chosenDate());
    const auto date = ExpirationChoice::date(day);
    QVERIFY(!date.isUnlimited() && !date.chosenDays() && date.chosenDate() == day);
    QVERIFY(days != ExpirationChoice::days(8));
    QVERIFY(date != ExpirationChoice::date(day.addDays(1)));
    QVERIFY(days != date);
}

void ExpirationTest::aPastDateIsRefused()
{
    QVERIFY(!ExpirationChoice::date(QDate(2026, 11, 22)).resolvedAt(utc("2026-11-24T10:42:00Z")));
    QVERIFY(!ExpirationChoice::date(QDate()).resolvedAt(utc("2026-11-24T10:42:00Z")));
}

void ExpirationTest::todayStillEndsTonight()
{
    const LocalZone local("UTC");
    QVERIFY(ExpirationChoice::date(QDate(2026, 11, 24)).resolvedAt(utc("2026-11-24T10:42:00Z")));
}

QTEST_APPLESS_MAIN(ExpirationTest)
#include "tst_expiration.moc"
