#include "tests/models/many/manychangesfixture.h"

using namespace Qt::StringLiterals;
using ItemState = ChangedAccount::State;
using Kind = ManyChange::Kind;
using State = ManyChanges::State;
using Verb = MemoryAdminApi::Verb;

class tst_ManyChanges : public QObject, private ManyChangesFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { makeParts(); }
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
        // It is left, whoever one is by now.
        m_ownId.clear();
        QCOMPARE(m_changes->idsLeft(), QStringList{id(2)});
    }

    void deletesNoAccountThatTheConsoleCameToSignInWith()
    {
        make(6);
        m_api->hold(Verb::Delete);
        m_changes->start(m_delete);
        // Four are under way; another token is used from here on.
        m_ownId = id(5);
        m_api->release();
        QTRY_COMPARE(m_changes->state(), State::Finished);
        QCOMPARE(count(ItemState::Done), 5);
        QCOMPARE(m_changes->idsLeft(), QStringList{id(5)});
        QCOMPARE(m_changes->items().at(4).outcome.error->sentence(), u"This console signs in with it."_s);
        QCOMPARE(m_api->accounts().size(), 1);
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
        QTest::newRow("another server answers") << ErrorKind::Untrusted;
        QTest::newRow("the server moved") << ErrorKind::Redirected;
        QTest::newRow("the address is not for tokens") << ErrorKind::InsecureAddress;
        QTest::newRow("the workspace ended") << ErrorKind::WorkspaceFailed;
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
