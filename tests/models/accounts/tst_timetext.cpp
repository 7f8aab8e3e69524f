#include "models/accounts/timetext.h"

#include <QTest>

using namespace std::chrono_literals;

class TimeTextTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void saysHowLongAgo_data();
    void saysHowLongAgo();
    void saysHowLongUntil_data();
    void saysHowLongUntil();
    void writesDatesInLocalTimeWithTheirZone();
    void namesTheDayOfAnotherDayOnly();

private:
    const QDateTime m_now{QDate(2026, 11, 24), QTime(10, 42), Qt::UTC};
};

void TimeTextTest::initTestCase()
{
    qputenv("TZ", "Europe/Berlin");
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
}

void TimeTextTest::saysHowLongAgo_data()
{
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<QString>("text");
    const auto row = [](std::chrono::seconds time, const char *text) {
        QTest::newRow(text) << qint64(time.count()) << QString::fromLatin1(text);
    };
    row(-30s, "just now");
    row(59s, "just now");
    row(4min, "4 min ago");
    row(9h, "9 h ago");
    row(24h, "1 day ago");
    row(9 * 24h, "9 days ago");
    row(60 * 24h - 1s, "59 days ago");
    row(60 * 24h, "2 mo ago");
    row(150 * 24h, "5 mo ago");
    row(800 * 24h, "2 y ago");
}

void TimeTextTest::saysHowLongAgo()
{
    QFETCH(qint64, seconds);
    QFETCH(QString, text);
    QCOMPARE(timeAgo(m_now.addSecs(-seconds), m_now), text);
}

void TimeTextTest::saysHowLongUntil_data()
{
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<QString>("text");
    const auto row = [](std::chrono::seconds time, const char *text) {
        QTest::newRow(text) << qint64(time.count()) << QString::fromLatin1(text);
    };
    row(20s, "in less than a minute");
    row(5min, "in 5 min");
    row(9h, "in 9 h");
    row(30h, "in 1 day");
    row(47h, "in 2 days");
    row(30 * 24h - 1min, "in 30 days");
    row(38 * 24h, "in 38 days");
    row(-5min, "5 min ago");
}

void TimeTextTest::saysHowLongUntil()
{
    QFETCH(qint64, seconds);
    QFETCH(QString, text);
    QCOMPARE(timeUntil(m_now.addSecs(seconds), m_now), text);
}

void TimeTextTest::writesDatesInLocalTimeWithTheirZone()
{
    const QDateTime lateInTheEvening(QDate(2026, 12, 31), QTime(23, 30), Qt::UTC);
    QCOMPARE(shortDate(lateInTheEvening), QStringLiteral("1 Jan 2027"));
    QCOMPARE(longDate(lateInTheEvening), QStringLiteral("1 January 2027"));
    QCOMPARE(shortDateTime(m_now), QStringLiteral("24 Nov 2026, 11:42"));
    QCOMPARE(fullDateTime(m_now), QStringLiteral("Tue, 24 Nov 2026, 11:42 CET"));
    QCOMPARE(timeOfDay(m_now), QStringLiteral("11:42"));
}

void TimeTextTest::namesTheDayOfAnotherDayOnly()
{
    QCOMPARE(clockTime(m_now.addSecs(-3661), m_now), QStringLiteral("10:40:59"));
    QCOMPARE(clockTime(m_now.addDays(-1), m_now), QStringLiteral("23 Nov 2026, 11:42"));
    // Already tomorrow, where it is not yet by UTC.
    const QDateTime midnight(QDate(2026, 11, 24), QTime(23, 30), Qt::UTC);
    QCOMPARE(clockTime(midnight, m_now), QStringLiteral("25 Nov 2026, 00:30"));
}

QTEST_GUILESS_MAIN(TimeTextTest)
#include "tst_timetext.moc"
