#include "models/editing/accountedit.h"
#include "tests/support/fixedclock.h"
#include "tests/support/memoryadminapi.h"

#include <QSignalSpy>
#include <QTest>

using State = AccountEdit::State;
using Verb = MemoryAdminApi::Verb;
using Work = MemoryAdminApi::Work;

class AccountEditTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void readingFirstTellsOnlyWhatMatters_data();
    void readingFirstTellsOnlyWhatMatters();
    void noticesThatOnlyTheRolesChanged();
    void savesDescriptionAndRoles();
    void savesOnce();
    void sendsTheVersionThatTheFormStandsOn();
    void looksFirstWhenThereIsNoEtag();
    void takesOverANewerVersionBeforeAnythingWasTyped();
    void neverOverwritesWhatSomebodyElseChanged();
    void savesTheChosenFieldsOverTheNewerVersion();
    void anotherChangeDuringTheChoiceIsAConflictAgain();
    void aStaleEditThatIsAlreadyAsWantedIsASuccess();
    void theSameWordsWithOtherRolesAreAConflict();
    void readsBackAnEditWhoseAnswerWasLost();
    void anEditThatDidNotArriveCanBeSavedAgain();
    void aServerThatIsLateIsWaitedFor();
    void aServerThatAsksToWaitIsNotWaitedFor();
    void aChangeOfSomebodyElseBehindALostAnswerIsAConflict();
    void aVersionThatIsStaleWithoutAReasonCanBeSavedAgain();
    void saysWhenLookingDidNotTell_data();
    void saysWhenLookingDidNotTell();
    void saysWhenTheAccountIsGone();
    void aFailureKeepsTheFormOpen();
    void cancelStopsWaiting();

private:
    AccountChanges changes(const QString &description, const QList<AccountRole> &roles) const;
    void somebodyElseWrites(const QString &description);

    const QList<AccountRole> m_viewer{AccountRole(Role::Viewer)};
    FixedClock m_clock{QDateTime(QDate(2026, 11, 24), QTime(10, 42), Qt::UTC)};
    std::shared_ptr<MemoryAdminApi> m_api;
    std::unique_ptr<AccountEdit> m_edit;
};

void AccountEditTest::init()
{
    m_api = std::make_shared<MemoryAdminApi>(m_clock);
    m_api->fill(1);
    m_edit = std::make_unique<AccountEdit>(m_api, m_api->accounts().constFirst());
}

AccountChanges AccountEditTest::changes(const QString &description, const QList<AccountRole> &roles) const
{
    return *AccountChanges::of(*AccountDescription::fromText(description), roles);
}

void AccountEditTest::somebodyElseWrites(const QString &description)
{
    ServiceAccount theirs = m_api->accounts().constFirst();
    theirs.description = description;
    m_api->put(theirs);
}

void AccountEditTest::readingFirstTellsOnlyWhatMatters_data()
{
    QTest::addColumn<ErrorKind>("failure");
    QTest::addColumn<State>("state");
    QTest::newRow("the account is gone") << ErrorKind::NotFound << State::Gone;
    // Saving will find out.
    QTest::newRow("the server is away") << ErrorKind::Unreachable << State::Editing;
    QTest::newRow("the token is refused") << ErrorKind::Unauthorized << State::Editing;
}

void AccountEditTest::readingFirstTellsOnlyWhatMatters()
{
    QFETCH(ErrorKind, failure);
    m_api->failNext(Verb::Read, Error(failure));
    m_edit->load();
    QTRY_COMPARE(m_api->calls(Verb::Read), 1);
    QCoreApplication::processEvents();
    QTEST(m_edit->state(), "state");
    QVERIFY(!m_edit->error());
}

void AccountEditTest::noticesThatOnlyTheRolesChanged()
{
    ServiceAccount theirs = m_api->accounts().constFirst();
    theirs.roles.append(AccountRole(Role::Admin));
    m_api->put(theirs);
    QSignalSpy newer(m_edit.get(), &AccountEdit::newerArrived);
    m_edit->load();
    QVERIFY(newer.wait());
    QVERIFY(sameRoles(m_edit->theirs().roles, theirs.roles));
    QVERIFY(sameRoles(m_edit->base().roles, m_viewer));
}

void AccountEditTest::savesOnce()
{
    m_edit->save(changes(QStringLiteral("mine"), m_viewer));
    m_edit->save(changes(QStringLiteral("another"), m_viewer));
    QTRY_COMPARE(m_edit->state(), State::Saved);
    m_edit->save(changes(QStringLiteral("a third"), m_viewer));
    m_edit->cancel();
    QCOMPARE(m_edit->state(), State::Saved);
    QCOMPARE(m_api->accounts().constFirst().description, QStringLiteral("mine"));
    QCOMPARE(m_api->calls(Verb::Update), 1);
}

void AccountEditTest::savesDescriptionAndRoles()
{
    m_edit->load();
    QTRY_VERIFY(!m_edit->base().etag.isEmpty());
    const QList<AccountRole> roles{AccountRole(Role::Deployment), AccountRole(QStringLiteral("Space Owner"))};
    m_edit->save(changes(QStringLiteral("new words"), roles));
    QCOMPARE(m_edit->state(), State::Saving);
    QTRY_COMPARE(m_edit->state(), State::Saved);
    QCOMPARE(m_edit->base().description, QStringLiteral("new words"));
    QVERIFY(sameRoles(m_api->accounts().constFirst().roles, roles));
    QCOMPARE(m_api->calls(Verb::Update), 1);
}

void AccountEditTest::sendsTheVersionThatTheFormStandsOn()
{
    m_edit->load();
    QTRY_VERIFY(!m_edit->base().etag.isEmpty());
    const QString etag = m_edit->base().etag;
    m_edit->save(changes(QStringLiteral("new"), m_viewer));
    QTRY_COMPARE(m_edit->state(), State::Saved);
    QCOMPARE(m_api->lastIfMatch(), etag);
}

void AccountEditTest::looksFirstWhenThereIsNoEtag()
{
    somebodyElseWrites(QStringLiteral("theirs"));
    m_edit->save(changes(QStringLiteral("mine"), m_viewer));
    QTRY_COMPARE(m_edit->state(), State::Conflict);
    QCOMPARE(m_api->calls(Verb::Update), 0);
    QCOMPARE(m_api->accounts().constFirst().description, QStringLiteral("theirs"));
}

void AccountEditTest::takesOverANewerVersionBeforeAnythingWasTyped()
{
    somebodyElseWrites(QStringLiteral("theirs"));
    QSignalSpy newer(m_edit.get(), &AccountEdit::newerArrived);
    m_edit->load();
    QVERIFY(newer.wait());
    m_edit->acceptNewer();
    QCOMPARE(m_edit->base().description, QStringLiteral("theirs"));
    m_edit->save(changes(QStringLiteral("mine"), m_viewer));
    QTRY_COMPARE(m_edit->state(), State::Saved);
}

void AccountEditTest::neverOverwritesWhatSomebodyElseChanged()
{
    m_edit->load();
    QTRY_VERIFY(!m_edit->base().etag.isEmpty());
    somebodyElseWrites(QStringLiteral("theirs"));
    m_edit->save(changes(QStringLiteral("mine"), m_viewer));
    QTRY_COMPARE(m_edit->state(), State::Conflict);
    QCOMPARE(m_edit->theirs().description, QStringLiteral("theirs"));
    QCOMPARE(m_edit->mine().description().text(), QStringLiteral("mine"));
    QCOMPARE(m_api->accounts().constFirst().description, QStringLiteral("theirs"));
}

void AccountEditTest::savesTheChosenFieldsOverTheNewerVersion()
{
    neverOverwritesWhatSomebodyElseChanged();
    m_edit->save(changes(QStringLiteral("mine"), m_viewer));
    QTRY_COMPARE(m_edit->state(), State::Saved);
    QCOMPARE(m_api->accounts().constFirst().description, QStringLiteral("mine"));
}

void AccountEditTest::anotherChangeDuringTheChoiceIsAConflictAgain()
{
    neverOverwritesWhatSomebodyElseChanged();
    somebodyElseWrites(QStringLiteral("theirs again"));
    m_edit->save(changes(QStringLiteral("mine"), m_viewer));
    QTRY_COMPARE(m_edit->state(), State::Conflict);
    QCOMPARE(m_edit->theirs().description, QStringLiteral("theirs again"));
    QCOMPARE(m_api->accounts().constFirst().description, QStringLiteral("theirs again"));
}

void AccountEditTest::aStaleEditThatIsAlreadyAsWantedIsASuccess()
{
    m_edit->load();
    QTRY_VERIFY(!m_edit->base().etag.isEmpty());
    somebodyElseWrites(QStringLiteral("the same"));
    m_edit->save(changes(QStringLiteral("the same"), m_viewer));
    QTRY_COMPARE(m_edit->state(), State::Saved);
}

void AccountEditTest::theSameWordsWithOtherRolesAreAConflict()
{
    m_edit->load();
    QTRY_VERIFY(!m_edit->base().etag.isEmpty());
    somebodyElseWrites(QStringLiteral("the same"));
    const QList<AccountRole> roles{AccountRole(Role::Deployment)};
    m_edit->save(changes(QStringLiteral("the same"), roles));
    QTRY_COMPARE(m_edit->state(), State::Conflict);
    QVERIFY(!sameRoles(m_edit->theirs().roles, roles));
}

void AccountEditTest::readsBackAnEditWhoseAnswerWasLost()
{
    m_edit->load();
    QTRY_VERIFY(!m_edit->base().etag.isEmpty());
    m_api->failNext(Verb::Update, Error(ErrorKind::Cut), Work::Done);
    m_edit->save(changes(QStringLiteral("mine"), m_viewer));
    QTRY_COMPARE(m_edit->state(), State::Saved);
    QCOMPARE(m_api->calls(Verb::Update), 1);
}

void AccountEditTest::anEditThatDidNotArriveCanBeSavedAgain()
{
    m_edit->load();
    QTRY_VERIFY(!m_edit->base().etag.isEmpty());
    m_api->failNext(Verb::Update, Error(ErrorKind::Cut), Work::NotDone);
    m_edit->save(changes(QStringLiteral("mine"), m_viewer));
    QTRY_COMPARE(m_edit->state(), State::Editing);
    QCOMPARE(m_edit->error()->kind, ErrorKind::Cut);
    QVERIFY(!m_edit->isOutcomeUnknown());
    m_edit->save(changes(QStringLiteral("mine"), m_viewer));
    QTRY_COMPARE(m_edit->state(), State::Saved);
    QVERIFY(!m_edit->error());
}

void AccountEditTest::aServerThatIsLateIsWaitedFor()
{
    m_edit->load();
    QTRY_VERIFY(!m_edit->base().etag.isEmpty());
    const int reads = m_api->calls(Verb::Read);
    m_api->failNext(Verb::Update, Error(ErrorKind::TimedOut), Work::NotDone);
    m_edit->save(changes(QStringLiteral("mine"), m_viewer));
    QTRY_COMPARE(m_api->calls(Verb::Read), reads + 1);
    somebodyElseWrites(QStringLiteral("mine"));
    QTRY_COMPARE(m_edit->state(), State::Saved);
}

void AccountEditTest::aServerThatAsksToWaitIsNotWaitedFor()
{
    m_edit->load();
    QTRY_VERIFY(!m_edit->base().etag.isEmpty());
    const int reads = m_api->calls(Verb::Read);
    m_api->failNext(Verb::Update, Error(ErrorKind::Unavailable));
    m_edit->save(changes(QStringLiteral("mine"), m_viewer));
    QTRY_COMPARE(m_edit->state(), State::Editing);
    QCOMPARE(m_edit->error()->kind, ErrorKind::Unavailable);
    QVERIFY(!m_edit->isOutcomeUnknown());
    QCOMPARE(m_api->calls(Verb::Read), reads + 1);
}

void AccountEditTest::aChangeOfSomebodyElseBehindALostAnswerIsAConflict()
{
    m_edit->load();
    QTRY_VERIFY(!m_edit->base().etag.isEmpty());
    m_api->failNext(Verb::Update, Error(ErrorKind::Cut), Work::Done);
    m_api->hold(Verb::Update);
    m_edit->save(changes(QStringLiteral("mine"), m_viewer));
    somebodyElseWrites(QStringLiteral("theirs"));
    m_api->release();
    QTRY_COMPARE(m_edit->state(), State::Conflict);
    QCOMPARE(m_edit->theirs().description, QStringLiteral("theirs"));
}

/// As where only something was changed that this form does not show.
void AccountEditTest::aVersionThatIsStaleWithoutAReasonCanBeSavedAgain()
{
    m_edit->load();
    QTRY_VERIFY(!m_edit->base().etag.isEmpty());
    somebodyElseWrites(m_api->accounts().constFirst().description);
    m_edit->save(changes(QStringLiteral("mine"), m_viewer));
    QTRY_COMPARE(m_edit->state(), State::Editing);
    QCOMPARE(m_edit->error()->kind, ErrorKind::Stale);
    m_edit->save(changes(QStringLiteral("mine"), m_viewer));
    QTRY_COMPARE(m_edit->state(), State::Saved);
}

void AccountEditTest::saysWhenLookingDidNotTell_data()
{
    QTest::addColumn<ErrorKind>("reading");
    QTest::addColumn<ErrorKind>("told");
    QTest::newRow("the connection is gone") << ErrorKind::Unreachable << ErrorKind::Cut;
    QTest::newRow("signed out meanwhile") << ErrorKind::Unauthorized << ErrorKind::Unauthorized;
    QTest::newRow("Admin was taken away") << ErrorKind::Forbidden << ErrorKind::Forbidden;
    QTest::newRow("asked to wait") << ErrorKind::Unavailable << ErrorKind::Unavailable;
}

void AccountEditTest::saysWhenLookingDidNotTell()
{
    QFETCH(ErrorKind, reading);
    QFETCH(ErrorKind, told);
    m_edit->load();
    QTRY_VERIFY(!m_edit->base().etag.isEmpty());
    m_api->failNext(Verb::Update, Error(ErrorKind::Cut), Work::Done);
    m_api->failNext(Verb::Read, Error(reading));
    m_edit->save(changes(QStringLiteral("mine"), m_viewer));
    QTRY_COMPARE(m_edit->state(), State::Editing);
    QVERIFY(m_edit->isOutcomeUnknown());
    QCOMPARE(m_edit->error()->kind, told);
    // Saving once more finds out.
    m_edit->save(changes(QStringLiteral("mine"), m_viewer));
    QTRY_COMPARE(m_edit->state(), State::Saved);
}

void AccountEditTest::saysWhenTheAccountIsGone()
{
    m_api->remove(m_api->accounts().constFirst().id);
    m_edit->save(changes(QStringLiteral("mine"), m_viewer));
    QTRY_COMPARE(m_edit->state(), State::Gone);
}

void AccountEditTest::aFailureKeepsTheFormOpen()
{
    m_api->failNext(Verb::Update, Error(ErrorKind::LastAdmin));
    m_edit->save(changes(QStringLiteral("mine"), m_viewer));
    QTRY_COMPARE(m_edit->state(), State::Editing);
    QCOMPARE(m_edit->error()->kind, ErrorKind::LastAdmin);
    QCOMPARE(m_edit->base().description, QStringLiteral("Number 1"));
}

void AccountEditTest::cancelStopsWaiting()
{
    m_api->hold(Verb::Read);
    m_edit->save(changes(QStringLiteral("mine"), m_viewer));
    QCOMPARE(m_edit->state(), State::Saving);
    m_edit->cancel();
    QCOMPARE(m_edit->state(), State::Editing);
    QCOMPARE(m_edit->error()->kind, ErrorKind::Cancelled);
    // Nothing was sent yet.
    QVERIFY(!m_edit->isOutcomeUnknown());
    m_api->release();
    QCoreApplication::processEvents();
    QCOMPARE(m_edit->state(), State::Editing);
    m_api->hold(Verb::Update);
    m_edit->save(changes(QStringLiteral("mine"), m_viewer));
    QTRY_COMPARE(m_api->calls(Verb::Update), 1);
    m_edit->cancel();
    QVERIFY(m_edit->isOutcomeUnknown());
}

QTEST_GUILESS_MAIN(AccountEditTest)
#include "tst_accountedit.moc"
