#include "app/admin_api/isodate.h"

#include <QTest>

class TestIsoDate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsDates_data();
    void readsDates();
    void readsEveryDayAsQtDoes();
    void refusesWhatIsNoDate_data();
    void refusesWhatIsNoDate();
    void readsSeconds_data();
    void readsSeconds();
};

void TestIsoDate::readsDates_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qint64>("milliseconds");

    QTest::newRow("epoch") << QByteArray("1970-01-01T00:00:00Z") << qint64{0};
    QTest::newRow("before it") << QByteArray("1969-12-31T23:59:59.999Z") << qint64{-1};
    QTest::newRow("leap day") << QByteArray("2024-02-29T12:00:00Z") << qint64{1709208000000};
    QTest::newRow("lower case") << QByteArray("2024-02-29t12:00:00z") << qint64{1709208000000};
    QTest::newRow("space") << QByteArray("2024-02-29 12:00:00Z") << qint64{1709208000000};
    QTest::newRow("neither Z nor offset") << QByteArray("2024-02-29T12:00:00") << qint64{1709208000000};
    QTest::newRow("no seconds") << QByteArray("2024-02-29T12:00Z") << qint64{1709208000000};
    QTest::newRow("day alone") << QByteArray("2024-02-29") << qint64{1709164800000};
    QTest::newRow("one digit of fraction") << QByteArray("1970-01-01T00:00:00.5Z") << qint64{500};
    QTest::newRow("nine digits of fraction") << QByteArray("1970-01-01T00:00:00.123456789Z") << qint64{123};
    QTest::newRow("comma") << QByteArray("1970-01-01T00:00:00,25Z") << qint64{250};
    QTest::newRow("offset") << QByteArray("1970-01-01T02:30:00+02:30") << qint64{0};
    QTest::newRow("offset to the west") << QByteArray("1969-12-31T19:00:00-05:00") << qint64{0};
    QTest::newRow("offset without a colon") << QByteArray("1970-01-01T02:30:00+0230") << qint64{0};
    QTest::newRow("offset of hours") << QByteArray("1970-01-01T02:00:00+02") << qint64{0};
    QTest::newRow("leap second") << QByteArray("1969-12-31T23:59:60Z") << qint64{0};
    QTest::newRow("end of a day") << QByteArray("1969-12-31T24:00:00Z") << qint64{0};
}

void TestIsoDate::readsDates()
{
    QFETCH(QByteArray, text);
    QFETCH(qint64, milliseconds);
    const auto date = readDate(text.toStdString());
    QVERIFY(date.has_value());
    QCOMPARE(date->toMSecsSinceEpoch(), milliseconds);
    QCOMPARE(date->timeSpec(), Qt::UTC);
}

void TestIsoDate::readsEveryDayAsQtDoes()
{
    for (QDate day(1899, 12, 25); day.year() < 2101; day = day.addDays(1)) {
        const QDateTime expected(day, QTime(1, 2, 3), Qt::UTC);
        const auto date = readDate(expected.toString(Qt::ISODate).toStdString());
        QVERIFY(date.has_value());
        QCOMPARE(*date, expected);
    }
}

void TestIsoDate::refusesWhatIsNoDate_data()
{
    QTest::addColumn<QByteArray>("text");

    for (const char *text : {"",
                             "soon",
                             "2026-01",
                             "2026-13-01T00:00:00Z",
                             "2026-02-29T00:00:00Z",
                             "2026-01-01T25:00:00Z",
                             "2026-01-01T00:60:00Z",
                             "2026-01-01T00:00:61Z",
                             "2026-01-01T00:00:00.Z",
                             "2026-01-01T00:00:00ZZ",
                             "2026-01-01T00:00:00+",
                             "2026-01-01T00:00:00+99:00",
                             "2026-01-01T",
                             "0000-01-01T00:00:00Z",
                             "0001-01-01T00:00:00+00:01",
                             "9999-12-31T23:59:59-00:01",
                             "20260101T000000Z",
                             "2026-01-01T00:00:00+02:00Z",
                             "nan",
                             "inf"})
        QTest::addRow("'%s'", text) << QByteArray(text);
}

void TestIsoDate::refusesWhatIsNoDate()
{
    QFETCH(QByteArray, text);
    QVERIFY(!readDate(text.toStdString()).has_value());
}

void TestIsoDate::readsSeconds_data()
{
    QTest::addColumn<double>("seconds");
    QTest::addColumn<bool>("ok");

    QTest::newRow("epoch") << 0.0 << true;
    QTest::newRow("fraction") << 1798761599.25 << true;
    QTest::newRow("before the epoch") << -1.0 << true;
    QTest::newRow("last second of the year 9999") << 253402300799.0 << true;
    QTest::newRow("year 10000") << 253402300800.0 << false;
    QTest::newRow("before the year 1") << -62135596801.0 << false;
    QTest::newRow("infinite") << qInf() << false;
    QTest::newRow("no number") << qQNaN() << false;
}

void TestIsoDate::readsSeconds()
{
    QFETCH(double, seconds);
    QFETCH(bool, ok);
    const auto date = dateFromSeconds(seconds);
    QCOMPARE(date.has_value(), ok);
    if (ok)
        QCOMPARE(static_cast<double>(date->toMSecsSinceEpoch()), seconds * 1000);
}

QTEST_GUILESS_MAIN(TestIsoDate)
#include "tst_isodate.moc"
