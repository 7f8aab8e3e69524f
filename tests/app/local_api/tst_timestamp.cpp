#include "app/local_api/timestamp.h"

#include <QDateTime>
#include <QtTest>

class TimestampTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAndWrites_data();
    void readsAndWrites();
    void refusesWhatIsNoMoment_data();
    void refusesWhatIsNoMoment();
    void agreesWithQt();
};

void TimestampTest::readsAndWrites_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("written");
    QTest::newRow("Z") << QByteArray("2026-01-31T09:05:00Z") << QByteArray("2026-01-31T09:05:00.000Z");
    QTest::newRow("milliseconds") << QByteArray("2026-01-31T09:05:00.250Z")
                                  << QByteArray("2026-01-31T09:05:00.250Z");
    QTest::newRow("one digit") << QByteArray("2026-01-31T09:05:00.5Z")
                               << QByteArray("2026-01-31T09:05:00.500Z");
    QTest::newRow("more digits") << QByteArray("2026-01-31T09:05:00.123999Z")
                                 << QByteArray("2026-01-31T09:05:00.123Z");
    QTest::newRow("east") << QByteArray("2026-01-01T00:30:00+02:00")
                          << QByteArray("2025-12-31T22:30:00.000Z");
    QTest::newRow("west") << QByteArray("2025-12-31T20:00:00-05:30")
                          << QByteArray("2026-01-01T01:30:00.000Z");
    QTest::newRow("leap day") << QByteArray("2028-02-29T23:59:59Z") << QByteArray("2028-02-29T23:59:59.000Z");
    QTest::newRow("before 1970") << QByteArray("1969-12-31T23:59:59.999Z")
                                 << QByteArray("1969-12-31T23:59:59.999Z");
    QTest::newRow("last year") << QByteArray("9999-12-31T23:59:59Z")
                               << QByteArray("9999-12-31T23:59:59.000Z");
}

void TimestampTest::readsAndWrites()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, written);
    const auto moment = localapi::fromIso8601(text.toStdString());
    QVERIFY(moment);
    QCOMPARE(QByteArray::fromStdString(localapi::toIso8601(*moment)), written);
}

void TimestampTest::refusesWhatIsNoMoment_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text : {"",
                             "2026",
                             "2026-01-31",
                             "2026-01-31T09:05Z",
                             "2026-01-31T09:05:00",
                             "2026-01-31 09:05:00Z",
                             "2026-02-29T00:00:00Z",
                             "2026-13-01T00:00:00Z",
                             "2026-00-01T00:00:00Z",
                             "2026-01-32T00:00:00Z",
                             "2026-01-31T24:00:00Z",
                             "2026-01-31T23:60:00Z",
                             "2026-01-31T23:59:60Z",
                             "2026-01-31T23:59:59.Z",
                             "2026-01-31T23:59:59+0200",
                             "2026-01-31T23:59:59+24:00",
                             "2026-01-31T23:59:59+02:60",
                             "2026-01-31T23:59:59Zx",
                             " 2026-01-31T23:59:59Z",
                             "+2026-01-31T23:59:59Z",
                             "2026-1-31T23:59:59Z",
                             "0000-12-31T23:59:59-01:00",
                             "0001-01-01T00:00:00+00:01",
                             "9999-12-31T23:59:59-00:01",
                             "20260131T235959Z",
                             "2026-01-31T23:59:59,5Z",
                             "now"})
        QTest::newRow(*text ? text : "empty") << QByteArray(text);
}

void TimestampTest::refusesWhatIsNoMoment()
{
    QFETCH(QByteArray, text);
    QVERIFY(!localapi::fromIso8601(text.toStdString()));
}

void TimestampTest::agreesWithQt()
{
    for (qint64 moment = -4'000'000'000'000; moment < 8'000'000'000'000; moment += 98'765'432'101) {
        const QString text = QDateTime::fromMSecsSinceEpoch(moment, Qt::UTC).toString(Qt::ISODateWithMs);
        QCOMPARE(QString::fromStdString(localapi::toIso8601(moment)), text);
        QCOMPARE(localapi::fromIso8601(text.toStdString()), std::optional(moment));
    }
}

QTEST_GUILESS_MAIN(TimestampTest)
#include "tst_timestamp.moc"
