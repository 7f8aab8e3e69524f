#include "models/list/accountlist.h"
#include "models/many/manychanges.h"
#include "tests/support/fixedclock.h"
#include "tests/support/memoryadminapi.h"
#include "tests/support/memorysavedtokens.h"
#include "tests/support/memorytokenvault.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using ItemState = ChangedAccount::State;
using Kind = ManyChange::Kind;
using State = ManyChanges::State;
using Verb = MemoryAdminApi::Verb;
using Work = MemoryAdminApi::Work;

class tst_ManyChanges : public QObject
{
    Q_OBJECT

private:
    FixedClock m_clock{QDateTime(QDate(2026, 11, 24), QTime(10, 42), Qt::UTC)};
    std::shared_ptr<MemoryAdminApi> m_api;
    std::unique_ptr<MemoryTokenVault> m_vault;
    std::unique_ptr<MemorySavedTokens> m_saved;
    std::unique_ptr<AccountList> m_list;
    std::unique_ptr<ManyChanges> m_changes;
    QString m_ownId;

    const ManyChange m_delete{};
    const ManyChange m_addAdmin{Kind::AddRoles, {Role::Admin}};

    void make(int count)
    {
        m_api->fill(count);
        m_list->setApi(m_api);
        m_list->refresh();
        QTRY_COMPARE(m_list->state(), AccountList::State::Loaded);
        m_changes = std::make_unique<ManyChanges>(
            ManyChanges::Parts{m_api, *m_list, *m_vault, *m_saved, u"local"_s,
                               [this](const ServiceAccount &account) { return account.id == m_ownId; }},
            m_api->accounts());
    }
    static QString id(int number) { return u"id_account_%1"_s.arg(number, 3, 10, QLatin1Char('0')); }
    static Error slower(std::chrono::seconds after = 1s)
    {
        Error error(ErrorKind::TooManyRequests);
        error.retryAfter = after;
        return error;
    }
    int count(ItemState state) const { return m_changes->count(state); }

private Q_SLOTS:
    void init()
    {
        m_ownId.clear();
        m_api = std::make_shared<MemoryAdminApi>(m_clock);
        m_vault = std::make_unique<MemoryTokenVault>();
        m_saved = std::make_unique<MemorySavedTokens>();
        m_list = std::make_unique<AccountList>(m_clock);
    }
    void cleanup() { m_changes.reset(); }

    void deletesAllAndTheirRows()
    {
        make(30);
        m_changes->start(m_delete);
        QCOMPARE(m_changes->state(), State::Running);
        QTRY_COMPARE(m_changes->state(), State::Finished);
        QVERIFY(m_api->accounts().isEmpty());
        QCOMPARE(m_list->model()->total(), 0);
        QCOMPARE(count(ItemState::Done), 30);
        QCOMPARE(m_changes->idsLeft(), QStringList());
        // Not by reading the list again.
        QCOMPARE(m_api->calls(Verb::List), 1);
    }

    void givesARoleToThoseThatLackIt()
    {
        make(5);
        m_changes->start({Kind::AddRoles, {Role::Deployment, Role::Viewer}});
        QTRY_COMPARE(m_changes->state(), State::Finished);
        QCOMPARE(count(ItemState::Done), 5);
        for (int row = 0; row < 5; ++row)
            QCOMPARE(m_list->model()->serviceAccountAt(row).roles.size(), 2);
    }

    void leavesOutWhatIsAsWantedOrRefused()
    {
        make(3);
        m_ownId = id(2);
        m_changes->start(m_delete);
        QTRY_COMPARE(m_changes->state(), State::Finished);
        QCOMPARE(m_changes->items().size(), 2);
        QCOMPARE(m_api->accounts().size(), 1);
        QCOMPARE(m_changes->idsLeft(), QStringList{id(2)});
    }

    void isFinishedAtOnceWhenNothingIsToChange()
    {
        make(3);
        m_changes->start({Kind::AddRoles, {Role::Viewer}});
        QCOMPARE(m_changes->state(), State::Finished);
        QCOMPARE(m_api->calls(Verb::Read), 0);
    }

    void hasAtMostFourCallsInFlight()
    {
        make(20);
        m_api->hold(Verb::Delete);
        m_changes->start(m_delete);
        QCOMPARE(m_api->waiting(), 4);
        while (m_changes->state() != State::Finished) {
            m_api->hold(Verb::Delete);
            m_api->release();
            m_api->hold(Verb::Delete);
            QCoreApplication::processEvents();
        }
        QCOMPARE(m_api->calls(Verb::Delete), 20);
        QVERIFY(m_api->mostWaiting() <= 4);
    }

    void cancelLetsThoseInFlightEnd()
    {
        make(10);
        m_api->hold(Verb::Delete);
        m_changes->start(m_delete);
        m_changes->cancel();
        QCOMPARE(m_changes->state(), State::Stopping);
        QCOMPARE(m_changes->ended(), 0);
        m_api->release();
        QTRY_COMPARE(m_changes->state(), State::Finished);
        QVERIFY(m_changes->wasCancelled());
        QCOMPARE(count(ItemState::Done), 4);
        QCOMPARE(count(ItemState::NotBegun), 6);
        QCOMPARE(m_list->model()->total(), 6);
        QCOMPARE(m_changes->idsLeft().size(), 6);
    }

    void goesOnAfterAFailureOfOne()
    {
        make(6);
        m_api->failNextOf(id(2), Verb::Delete, Error(ErrorKind::LastAdmin));
        m_api->failNextOf(id(5), Verb::Delete, Error(ErrorKind::ServerFault));
        m_changes->start(m_delete);
        QTRY_COMPARE(m_changes->state(), State::Finished);
        QCOMPARE(count(ItemState::Done), 4);
        QCOMPARE(m_changes->idsLeft(), (QStringList{id(2), id(5)}));
        QCOMPARE(m_changes->items().at(1).outcome.error->kind, ErrorKind::LastAdmin);
        QVERIFY(m_list->model()->accountById(id(2)));
    }

    void stopsWhenAllOthersWouldFailAsWell_data()
    {
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("Admin was taken away") << ErrorKind::Forbidden;
        QTest::newRow("the server is gone") << ErrorKind::Unreachable;
    }

    void stopsWhenAllOthersWouldFailAsWell()
    {
        QFETCH(ErrorKind, kind);
        make(20);
        m_api->failAlways(Error(kind));
        m_changes->start(m_delete);
        QTRY_COMPARE(m_changes->state(), State::Finished);
        QCOMPARE(m_changes->stoppedBy()->kind, kind);
        QVERIFY(!m_changes->wasCancelled());
        QCOMPARE(count(ItemState::Failed), 4);
        QCOMPARE(count(ItemState::NotBegun), 16);
        QCOMPARE(m_api->calls(Verb::Delete), 4);
    }

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

    void countsTheCopiesInTheKeychain()
    {
        make(3);
        QVERIFY(m_saved->record({u"local"_s, u"account_001"_s, id(1), m_clock.now()}).ok());
        QVERIFY(m_saved->record({u"other"_s, u"account_002"_s, id(2), m_clock.now()}).ok());
        QCOMPARE(m_changes->keychainCopies(), 1);
    }

    void touchesNoOtherConnectionsList()
    {
        make(2);
        m_api->hold(Verb::Delete);
        m_changes->start(m_delete);
        const auto other = std::make_shared<MemoryAdminApi>(m_clock);
        other->fill(2);
        m_list->setApi(other);
        m_list->refresh();
        QTRY_COMPARE(m_list->state(), AccountList::State::Loaded);
        m_api->release();
        QTRY_COMPARE(m_changes->state(), State::Finished);
        QCOMPARE(m_list->model()->total(), 2);
    }

    void takesTheRowOfAnAccountThatIsGone()
    {
        make(2);
        m_api->remove(id(1));
        m_changes->start(m_addAdmin);
        QTRY_COMPARE(m_changes->state(), State::Finished);
        QCOMPARE(count(ItemState::Failed), 1);
        QVERIFY(!m_list->model()->accountById(id(1)));
    }

    void mayBeDeletedInMidFlight()
    {
        make(8);
        m_api->hold(Verb::Delete);
        m_changes->start(m_delete);
        m_changes.reset();
        m_api->release();
        QCoreApplication::processEvents();
        QCOMPARE(m_api->calls(Verb::Delete), 4);
    }

    void startsOnce()
    {
        make(2);
        m_changes->start(m_addAdmin);
        m_changes->start(m_delete);
        QTRY_COMPARE(m_changes->state(), State::Finished);
        m_changes->start(m_delete);
        QCOMPARE(m_api->accounts().size(), 2);
    }
};

QTEST_GUILESS_MAIN(tst_ManyChanges)
#include "tst_manychanges.moc"
