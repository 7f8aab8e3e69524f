#include "app/admin_api/retryschedule.h"

#include <QTest>

using namespace std::chrono_literals;
using Pause = std::optional<std::chrono::milliseconds>;

namespace {

Error failed(ErrorKind kind, int status = 0, qint64 retryAfter = -1)
{
    Error error(kind);
    error.httpStatus = status;
    if (retryAfter >= 0)
        error.retryAfter = std::chrono::seconds(retryAfter);
    return error;
}

} // namespace

/// When a read is tried again within its call.
class TestRetrySchedule : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void triesAgainOnlyWhatPassesSoon_data();
    void triesAgainOnlyWhatPassesSoon();
    void doesWhatRetryAfterSays_data();
    void doesWhatRetryAfterSays();
    void staysInsideItsBoundsWhateverTheChance();
};

void TestRetrySchedule::triesAgainOnlyWhatPassesSoon_data()
{
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("wasReached");
    QTest::addColumn<bool>("again");

    QTest::newRow("cut") << ErrorKind::Cut << 0 << false << true;
    QTest::newRow("a server that went away") << ErrorKind::Unreachable << 0 << true << true;
    QTest::newRow("a server that was never there") << ErrorKind::Unreachable << 0 << false << false;
    QTest::newRow("408") << ErrorKind::UnexpectedStatus << 408 << true << true;
    QTest::newRow("502") << ErrorKind::ServerFault << 502 << true << true;
    QTest::newRow("503") << ErrorKind::Unavailable << 503 << true << true;
    QTest::newRow("504") << ErrorKind::ServerFault << 504 << true << true;
    QTest::newRow("429 that does not say when") << ErrorKind::TooManyRequests << 429 << true << false;
    QTest::newRow("500") << ErrorKind::ServerFault << 500 << true << false;
    QTest::newRow("timed out") << ErrorKind::TimedOut << 0 << true << false;
    QTest::newRow("a proxy") << ErrorKind::ProxyFailed << 0 << true << false;
    for (const int status : {400, 401, 403, 404, 409, 412, 418, 422, 428})
        QTest::addRow("%d", status) << ErrorKind::UnexpectedStatus << status << true << false;
    for (const ErrorKind kind :
         {ErrorKind::Unauthorized, ErrorKind::Forbidden, ErrorKind::NotFound, ErrorKind::Untrusted,
          ErrorKind::Redirected, ErrorKind::TooLarge, ErrorKind::Unreadable, ErrorKind::Cancelled,
          ErrorKind::InsecureAddress, ErrorKind::FileUnreadable})
        QTest::addRow("kind %d", static_cast<int>(kind)) << kind << 0 << true << false;
}

void TestRetrySchedule::triesAgainOnlyWhatPassesSoon()
{
    QFETCH(ErrorKind, kind);
    QFETCH(int, status);
    QFETCH(bool, wasReached);
    QFETCH(bool, again);
    const Error error = failed(kind, status);
    RetrySchedule schedule(30s);
    QCOMPARE(schedule.pause(error, 10ms, wasReached).has_value(), again);
    QCOMPARE(schedule.pause(error, 600ms, wasReached).has_value(), again);
    QVERIFY(!schedule.pause(error, 1700ms, wasReached));
}

void TestRetrySchedule::doesWhatRetryAfterSays_data()
{
    QTest::addColumn<qint64>("retryAfter");
    QTest::addColumn<qint64>("pause");
    QTest::newRow("one second") << qint64{1} << qint64{1000};
    QTest::newRow("three seconds") << qint64{3} << qint64{3000};
    QTest::newRow("at once, or a date that is past") << qint64{0} << qint64{1000};
    // Told at once, with its time: the page waits where the person sees it.
    QTest::newRow("longer than this waits") << qint64{4} << qint64{-1};
    QTest::newRow("absurd") << qint64{86400} << qint64{-1};
}

void TestRetrySchedule::doesWhatRetryAfterSays()
{
    QFETCH(qint64, retryAfter);
    for (const ErrorKind kind : {ErrorKind::TooManyRequests, ErrorKind::Unavailable}) {
        RetrySchedule schedule(30s);
        const Pause pause = schedule.pause(failed(kind, 429, retryAfter), 200ms, true);
        QTEST(pause ? qint64{pause->count()} : qint64{-1}, "pause");
    }
}

void TestRetrySchedule::staysInsideItsBoundsWhateverTheChance()
{
    constexpr quint32 schedules = 10000;
    int refused = 0;
    QSet<qint64> pauses;
    for (quint32 seed = 0; seed < schedules; ++seed) {
        QRandomGenerator chance(seed);
        const Deadline deadline(chance.bounded(30000));
        RetrySchedule schedule(deadline, seed);
        std::chrono::milliseconds elapsed = 0ms;
        std::optional<std::chrono::milliseconds> firstFailure;
        int tries = 0;
        for (Pause pause = 0ms; pause; ++tries) {
            elapsed += *pause + std::chrono::milliseconds(chance.bounded(1500));
            firstFailure = firstFailure.value_or(elapsed);
            const qint64 retryAfter = chance.bounded(8) - 4;
            pause = schedule.pause(failed(ErrorKind::Unavailable, 503, retryAfter), elapsed, true);
            if (!pause)
                continue;
            QVERIFY(*pause >= 0ms);
            QVERIFY(retryAfter < 0 || *pause >= std::chrono::seconds(std::max<qint64>(retryAfter, 1)));
            QVERIFY(elapsed + *pause <= *firstFailure + RetrySchedule::within);
            QVERIFY(elapsed + *pause + RetrySchedule::leastLeft <= deadline);
            pauses.insert(pause->count());
        }
        QVERIFY(tries >= 1 && tries <= RetrySchedule::mostTries);
        refused += tries == 1 ? 1 : 0;
    }
    QVERIFY(refused > 0 && refused < int{schedules});
    QVERIFY(pauses.size() > 500);
    qInfo("Retry schedules: %u tried, 0 outside their bounds", schedules);
}

QTEST_APPLESS_MAIN(TestRetrySchedule)
#include "tst_retryschedule.moc"
