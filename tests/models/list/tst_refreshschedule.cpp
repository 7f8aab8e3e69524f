#include "models/list/refreshschedule.h"
#include "tests/support/fixedclock.h"
#include "tests/support/memoryadminapi.h"
#include "tests/support/memorysettings.h"

#include <QTest>

using namespace std::chrono_literals;
using State = AccountList::State;
using Verb = MemoryAdminApi::Verb;

class RefreshScheduleTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void readsTheListAgainAfterTheMinutesOfTheSetting();
    void neverByItselfWhenTheSettingSaysSo();
    void followsAChangeOfTheSetting();
    void restsWhileTheWindowCannotBeSeen();
    void readsOldRowsAgainWhenSomebodyComesToTheWindow();
    void healsWithoutAClick_data();
    void healsWithoutAClick();
    void leavesToAPersonWhatNeedsOne_data();
    void leavesToAPersonWhatNeedsOne();
    void waitsLongerAfterEachFailureUpToAMinute();
    void goesOnWhenTheServerAskedForIt();
    void comesToTheWindowButNotSoonerThanTheServerAsked();
    void goesOnAfterTwoMinutesWhateverTheServerAsked();
    void startsNothingWhileARefreshIsUnderWay();
    void oneTryOnlyAfterTheComputerSlept();
    void isNotPutOffByAClockThatIsSetBack();
    void goesByItsOwnTimer();
    void restsWithoutAConnection();

private:
    int reads() const { return m_api->calls(Verb::List); }
    void load();
    void failWith(const Error &error);
    std::chrono::milliseconds untilNextTry() const
    {
        return std::chrono::milliseconds(m_clock.now().msecsTo(m_list->nextTryAt()));
    }

    FixedClock m_clock{QDateTime(QDate(2026, 11, 24), QTime(10, 42), Qt::UTC)};
    std::shared_ptr<MemoryAdminApi> m_api;
    std::unique_ptr<MemorySettings> m_settings;
    std::unique_ptr<AccountList> m_list;
    std::unique_ptr<RefreshSchedule> m_schedule;
};

void RefreshScheduleTest::init()
{
    m_schedule.reset();
    m_api = std::make_shared<MemoryAdminApi>(m_clock);
    m_api->fill(3);
    m_settings = std::make_unique<MemorySettings>();
    m_list = std::make_unique<AccountList>(m_clock);
    m_schedule = std::make_unique<RefreshSchedule>(*m_list, *m_settings, m_clock);
    m_list->setApi(m_api);
}

void RefreshScheduleTest::load()
{
    m_list->refresh();
    QTRY_COMPARE(m_list->state(), State::Loaded);
}

void RefreshScheduleTest::failWith(const Error &error)
{
    m_api->failNext(Verb::List, error);
    m_list->refresh();
    QTRY_COMPARE(m_list->state(), State::Failed);
}

void RefreshScheduleTest::readsTheListAgainAfterTheMinutesOfTheSetting()
{
    static_cast<void>(m_settings->set(Setting::RefreshMinutes, 15));
    load();
    m_clock.advance(15min - 1s);
    m_schedule->check();
    QCOMPARE(reads(), 1);
    m_clock.advance(1s);
    m_schedule->check();
    QCOMPARE(reads(), 2);
    QTRY_COMPARE(m_list->state(), State::Loaded);
    // And again, counted from then on.
    m_clock.advance(15min);
    m_schedule->check();
    QCOMPARE(reads(), 3);
}

void RefreshScheduleTest::neverByItselfWhenTheSettingSaysSo()
{
    static_cast<void>(m_settings->set(Setting::RefreshMinutes, 0));
    load();
    m_clock.advance(24h);
    m_schedule->check();
    QCOMPARE(reads(), 1);
}

void RefreshScheduleTest::followsAChangeOfTheSetting()
{
    load();
    static_cast<void>(m_settings->set(Setting::RefreshMinutes, 1));
    m_clock.advance(1min);
    m_schedule->check();
    QCOMPARE(reads(), 2);
}

void RefreshScheduleTest::restsWhileTheWindowCannotBeSeen()
{
    load();
    m_schedule->setWindowShown(false);
    m_clock.advance(1h);
    m_schedule->check();
    QCOMPARE(reads(), 1);
    m_schedule->setWindowShown(true);
    QCOMPARE(reads(), 2);
}

void RefreshScheduleTest::readsOldRowsAgainWhenSomebodyComesToTheWindow()
{
    load();
    m_clock.advance(29s);
    m_schedule->windowActivated();
    QCOMPARE(reads(), 1);
    m_clock.advance(1s);
    m_schedule->windowActivated();
    QCOMPARE(reads(), 2);
    m_schedule->windowActivated();
    QCOMPARE(reads(), 2);
}

void RefreshScheduleTest::healsWithoutAClick_data()
{
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("unreachable") << ErrorKind::Unreachable;
    QTest::newRow("cut") << ErrorKind::Cut;
    QTest::newRow("timed out") << ErrorKind::TimedOut;
    QTest::newRow("unreadable") << ErrorKind::Unreadable;
    QTest::newRow("429 without a time") << ErrorKind::TooManyRequests;
    QTest::newRow("503 without a time") << ErrorKind::Unavailable;
    QTest::newRow("500") << ErrorKind::ServerFault;
}

void RefreshScheduleTest::healsWithoutAClick()
{
    QFETCH(ErrorKind, kind);
    load();
    failWith(Error(kind));
    QVERIFY(m_list->nextTryAt().isValid());
    QVERIFY2(untilNextTry() >= 1600ms && untilNextTry() <= 2400ms,
             qPrintable(QString::number(untilNextTry().count())));
    m_clock.set(m_list->nextTryAt());
    m_schedule->check();
    QVERIFY(!m_list->nextTryAt().isValid());
    QVERIFY(m_list->isFailing());
    QTRY_COMPARE(m_list->state(), State::Loaded);
    QVERIFY(!m_list->isFailing());
}

void RefreshScheduleTest::leavesToAPersonWhatNeedsOne_data()
{
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("401") << ErrorKind::Unauthorized;
    QTest::newRow("403") << ErrorKind::Forbidden;
    QTest::newRow("404") << ErrorKind::NotFound;
    QTest::newRow("untrusted") << ErrorKind::Untrusted;
    QTest::newRow("insecure") << ErrorKind::InsecureAddress;
    QTest::newRow("redirected") << ErrorKind::Redirected;
    QTest::newRow("the workspace") << ErrorKind::WorkspaceFailed;
}

void RefreshScheduleTest::leavesToAPersonWhatNeedsOne()
{
    QFETCH(ErrorKind, kind);
    load();
    failWith(Error(kind));
    QVERIFY(!m_list->nextTryAt().isValid());
    m_clock.advance(24h);
    m_schedule->check();
    m_schedule->windowActivated();
    QCOMPARE(reads(), 2);
}

void RefreshScheduleTest::waitsLongerAfterEachFailureUpToAMinute()
{
    m_api->failAlways(Error(ErrorKind::Unreachable));
    m_list->refresh();
    for (const std::chrono::milliseconds middle : {2s, 4s, 8s, 16s, 32s, 60s, 60s}) {
        QTRY_COMPARE(m_list->state(), State::Failed);
        QVERIFY2(std::chrono::abs(untilNextTry() - middle) <= middle / 5,
                 qPrintable(QString::number(untilNextTry().count())));
        m_clock.set(m_list->nextTryAt());
        m_schedule->check();
    }
    m_api->failAlways({});
    QTRY_COMPARE(m_list->state(), State::Failed);
    load();
    failWith(Error(ErrorKind::Unreachable));
    QVERIFY(untilNextTry() <= 2400ms);
}

void RefreshScheduleTest::goesOnWhenTheServerAskedForIt()
{
    Error error(ErrorKind::TooManyRequests);
    error.retryAfter = 24s;
    load();
    failWith(error);
    QCOMPARE(m_list->nextTryAt(), m_clock.now().addSecs(24));
    m_clock.advance(24s - 1ms);
    m_schedule->check();
    QCOMPARE(reads(), 2);
    m_clock.advance(1ms);
    m_schedule->check();
    QCOMPARE(reads(), 3);
}

void RefreshScheduleTest::comesToTheWindowButNotSoonerThanTheServerAsked()
{
    Error error(ErrorKind::Unavailable);
    error.retryAfter = 100s;
    failWith(error);
    m_clock.advance(50s);
    m_schedule->windowActivated();
    QCOMPARE(reads(), 1);
    // A click is a person's own will.
    load();
}

void RefreshScheduleTest::goesOnAfterTwoMinutesWhateverTheServerAsked()
{
    Error error(ErrorKind::Unavailable);
    error.retryAfter = 24h;
    failWith(error);
    QCOMPARE(m_list->nextTryAt(), m_clock.now().addSecs(120));
}

void RefreshScheduleTest::startsNothingWhileARefreshIsUnderWay()
{
    load();
    m_api->hold(Verb::List);
    m_list->refresh();
    m_clock.advance(1h);
    m_schedule->check();
    m_schedule->windowActivated();
    QCOMPARE(reads(), 2);
    m_api->release();
    QTRY_COMPARE(m_list->state(), State::Loaded);
}

void RefreshScheduleTest::oneTryOnlyAfterTheComputerSlept()
{
    load();
    m_clock.advance(8h);
    m_schedule->windowActivated();
    m_schedule->check();
    m_schedule->setWindowShown(true);
    QTRY_COMPARE(m_list->state(), State::Loaded);
    m_schedule->check();
    m_schedule->windowActivated();
    QCOMPARE(reads(), 2);
}

void RefreshScheduleTest::isNotPutOffByAClockThatIsSetBack()
{
    load();
    m_clock.advance(-3h);
    m_schedule->check();
    m_clock.advance(5min);
    m_schedule->check();
    QCOMPARE(reads(), 2);
}

void RefreshScheduleTest::goesByItsOwnTimer()
{
    Error error(ErrorKind::Unavailable);
    error.retryAfter = 1s;
    failWith(error);
    // The timer waits for its second; then the clock says that the time has come.
    m_clock.advance(1s);
    QTRY_COMPARE(m_list->state(), State::Loaded);
    QCOMPARE(reads(), 2);
}

void RefreshScheduleTest::restsWithoutAConnection()
{
    load();
    m_list->setApi(nullptr);
    m_clock.advance(1h);
    m_schedule->check();
    m_schedule->windowActivated();
    QCOMPARE(m_list->state(), State::Idle);
    m_list->fail(Error(ErrorKind::Unreachable));
    QVERIFY(!m_list->nextTryAt().isValid());
}

QTEST_GUILESS_MAIN(RefreshScheduleTest)
#include "tst_refreshschedule.moc"
