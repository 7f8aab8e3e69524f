#include "tests/models/many/manychangesfixture.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using ItemState = ChangedAccount::State;
using State = ManyChanges::State;
using Verb = MemoryAdminApi::Verb;

/// ManyChanges whose server asks to wait, or wants another token, and what goes on after that.
class tst_PausedChanges : public QObject, private ManyChangesFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { makeParts(); }
    void cleanup() { m_changes.reset(); }

    void waitsForAnotherTokenAndGoesOnWhereItWas()
    {
        make(10);
        m_api->failAlways(Error(ErrorKind::Unauthorized));
        m_changes->start(m_delete);
        QTRY_COMPARE(m_changes->state(), State::Waiting);
        QCOMPARE(m_changes->pauseReason().kind, ErrorKind::Unauthorized);
        QTRY_COMPARE(count(ItemState::NotBegun), 10);
        // Not by itself: a refused token stays refused.
        QTest::qWait(100);
        QCOMPARE(m_changes->state(), State::Waiting);
        QCOMPARE(m_api->calls(Verb::Delete), 4);
        m_api->failAlways({});
        m_changes->goOn();
        QTRY_COMPARE(m_changes->state(), State::Finished);
        QCOMPARE(count(ItemState::Done), 10);
    }

    void aLateRefusalOfTheTokenBeforeDoesNotStopTheNextOne()
    {
        make(2);
        m_api->failNextOf(id(1), Verb::Delete, Error(ErrorKind::Unauthorized));
        m_api->failNextOf(id(2), Verb::Delete, Error(ErrorKind::Cut));
        m_api->failNextOf(id(2), Verb::Read, Error(ErrorKind::Unauthorized));
        m_api->hold(Verb::Read);
        m_changes->start(m_delete);
        QTRY_COMPARE(m_changes->state(), State::Waiting);
        QTRY_COMPARE(m_api->waiting(), 1);
        m_changes->goOn();
        m_api->release();
        connect(m_changes.get(), &ManyChanges::stateChanged, this,
                [this] { QVERIFY(m_changes->state() != State::Waiting); });
        QTRY_COMPARE(m_changes->state(), State::Finished);
        QCOMPARE(count(ItemState::Done), 2);
    }

    void endsWithoutAnotherTokenWhenCancelled()
    {
        make(10);
        m_api->failAlways(Error(ErrorKind::Unauthorized));
        m_changes->start(m_delete);
        QTRY_COMPARE(m_changes->state(), State::Waiting);
        QTRY_COMPARE(count(ItemState::Running), 0);
        m_changes->cancel();
        QCOMPARE(m_changes->state(), State::Finished);
        QCOMPARE(count(ItemState::Failed), 4);
        QCOMPARE(m_changes->idsLeft().size(), 10);
    }

    void waitsWhenTheServerAsksToAndGoesOnByItself_data()
    {
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("429") << ErrorKind::TooManyRequests;
        QTest::newRow("503") << ErrorKind::Unavailable;
    }

    void waitsWhenTheServerAsksToAndGoesOnByItself()
    {
        QFETCH(ErrorKind, kind);
        make(12);
        Error error = slower();
        error.kind = kind;
        m_api->failNextOf(id(2), Verb::Delete, error);
        m_changes->start(m_delete);
        QTRY_COMPARE(m_changes->state(), State::Waiting);
        QCOMPARE(m_changes->pauseReason().kind, kind);
        QCOMPARE(m_changes->waitLeft(), 1s);
        QVERIFY(m_api->calls(Verb::Delete) < 12);
        QTRY_COMPARE(m_changes->state(), State::Finished);
        QCOMPARE(count(ItemState::Done), 12);
        QVERIFY(m_api->accounts().isEmpty());
    }

    void beginsNothingWhileItWaits()
    {
        make(10);
        m_api->failNext(Verb::Delete, slower(1h));
        m_changes->start(m_delete);
        QTRY_COMPARE(m_changes->state(), State::Waiting);
        QTRY_COMPARE(count(ItemState::Running), 0);
        const int calls = m_api->calls(Verb::Delete);
        QCoreApplication::processEvents();
        QCOMPARE(m_api->calls(Verb::Delete), calls);
        m_changes->goOn();
        QTRY_COMPARE(m_changes->state(), State::Finished);
        QCOMPARE(count(ItemState::Done), 10);
    }

    void canBeCancelledWhileItWaits()
    {
        make(10);
        m_api->failNext(Verb::Delete, slower(1h));
        m_changes->start(m_delete);
        QTRY_COMPARE(m_changes->state(), State::Waiting);
        m_changes->cancel();
        QTRY_COMPARE(m_changes->state(), State::Finished);
        // What the server put off is told as what it said.
        QCOMPARE(count(ItemState::Failed), 1);
        QCOMPARE(m_changes->items().first().outcome.error->kind, ErrorKind::TooManyRequests);
        QCOMPARE(m_changes->waitLeft(), 0s);
    }

    void waitsForTheLongestThatTheServerAskedFor_data()
    {
        QTest::addColumn<int>("first");
        QTest::addColumn<int>("second");
        QTest::newRow("the first") << 100 << 5;
        QTest::newRow("the second") << 5 << 100;
    }

    void waitsForTheLongestThatTheServerAskedFor()
    {
        QFETCH(int, first);
        QFETCH(int, second);
        make(2);
        m_api->failNextOf(id(1), Verb::Delete, slower(std::chrono::seconds(first)));
        m_api->failNextOf(id(2), Verb::Delete, slower(std::chrono::seconds(second)));
        m_changes->start(m_delete);
        QTRY_COMPARE(count(ItemState::NotBegun), 2);
        QCOMPARE(m_changes->state(), State::Waiting);
        QVERIFY(m_changes->waitLeft() > 5s && m_changes->waitLeft() <= 100s);
        QCOMPARE(m_changes->pauseReason().retryAfter, std::optional<std::chrono::seconds>(100s));
    }

    void doesNotGoOnByItselfWhereATokenIsWanted_data()
    {
        QTest::addColumn<bool>("asksToWaitFirst");
        QTest::newRow("told before the server asks to wait") << false;
        QTest::newRow("told while it waits") << true;
    }

    void doesNotGoOnByItselfWhereATokenIsWanted()
    {
        QFETCH(bool, asksToWaitFirst);
        make(2);
        const Error refused(ErrorKind::Unauthorized);
        m_api->failNextOf(id(1), Verb::Delete, asksToWaitFirst ? slower() : refused);
        m_api->failNextOf(id(2), Verb::Delete, asksToWaitFirst ? refused : slower());
        m_changes->start(m_delete);
        QTRY_COMPARE(count(ItemState::NotBegun), 2);
        QCOMPARE(m_changes->state(), State::Waiting);
        QCOMPARE(m_changes->waitLeft(), 0s);
        QCOMPARE(m_changes->pauseReason().kind, ErrorKind::Unauthorized);
        m_changes->goOn();
        QTRY_COMPARE(m_changes->state(), State::Finished);
        QCOMPARE(count(ItemState::Done), 2);
    }

    void whatIsPutOffAfterCancellingHasFailed()
    {
        make(2);
        m_api->hold(Verb::Delete);
        m_api->failNextOf(id(1), Verb::Delete, slower());
        m_changes->start(m_delete);
        m_changes->cancel();
        m_api->release();
        QTRY_COMPARE(m_changes->state(), State::Finished);
        QCOMPARE(count(ItemState::Failed), 1);
        QCOMPARE(count(ItemState::Done), 1);
    }

    void isCancelledAndWokenOnlyWhereThatMeansSomething()
    {
        make(2);
        m_changes->goOn();
        m_changes->cancel();
        QCOMPARE(m_changes->state(), State::Ready);
        m_changes->start(m_delete);
        m_changes->goOn();
        QCOMPARE(m_changes->state(), State::Running);
        QTRY_COMPARE(m_changes->state(), State::Finished);
        m_changes->cancel();
        QVERIFY(!m_changes->wasCancelled());
        QCOMPARE(m_changes->state(), State::Finished);
    }
};

QTEST_GUILESS_MAIN(tst_PausedChanges)
#include "tst_pausedchanges.moc"
