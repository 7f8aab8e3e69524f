#include "tests/models/creation/creationworld.h"

#include <QSignalSpy>

using State = TokenCreation::State;
using Stage = JournalEntry::Stage;
using Verb = MemoryAdminApi::Verb;

/// What is asked of a TokenCreation before its time or after it.
class UntimelyClickTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_world = std::make_unique<CreationWorld>(); }
    void goesOneWayOnly();
    void savesNoTokenThatIsNotThere();
    void isNotLeftBeforeItsEndIsKnown();
    void isLeftToTheJournalWhereNobodyKnowsItsEnd();
    void isNotLookedForTwiceAtATime();
    void isNotLookedForWhenAllIsKnown();
    void deletesNothingThatSomebodyMayStillWant();
    void waitsNoLongerForADeletion();
    void isNotLeftInTheMiddleOfADeletion();
    void saysWhyItsAccountCannotBeLookedFor();

private:
    std::unique_ptr<CreationWorld> m_world;
};

void UntimelyClickTest::goesOneWayOnly()
{
    const auto fresh = m_world->creation();
    fresh->start();
    fresh->resume();
    QTRY_COMPARE(fresh->state(), State::Answered);
    QCOMPARE(m_world->api->calls(Verb::Create), 1);

    m_world->api->hold(Verb::List);
    const auto remembered = m_world->remembered(m_world->entry(Stage::NotMade));
    remembered->resume();
    remembered->resume();
    remembered->start();
    QCOMPARE(remembered->state(), State::Unknown);
    QCOMPARE(m_world->api->calls(Verb::List), 1);
    QCOMPARE(m_world->api->calls(Verb::Create), 1);
}

void UntimelyClickTest::savesNoTokenThatIsNotThere()
{
    const auto one = m_world->creation();
    one->saveToKeychain();
    QCOMPARE(one->keychainSave(), nullptr);
    one->start();
    QTRY_COMPARE(one->state(), State::Answered);
    one->confirm();
    one->saveToKeychain();
    QCoreApplication::processEvents();
    QCOMPARE(m_world->vault.writes(), 0);
}

void UntimelyClickTest::isNotLeftBeforeItsEndIsKnown()
{
    m_world->api->setHonoursIdempotencyKeys(false);
    m_world->api->failNext(Verb::Create, Error(ErrorKind::Cut));
    m_world->api->hold(Verb::List);
    const auto one = m_world->creation();
    const QSignalSpy finished(one.get(), &TokenCreation::finished);
    one->confirm();
    QCOMPARE(one->state(), State::Journalled);
    one->start();
    one->confirm();
    QCOMPARE(one->state(), State::Sent);
    QTRY_VERIFY(one->isFindingOut());
    one->confirm();
    QVERIFY(!one->isFinished());
    QCOMPARE(finished.size(), 0);
    QCOMPARE(m_world->journal.entries().size(), 1);
}

void UntimelyClickTest::isLeftToTheJournalWhereNobodyKnowsItsEnd()
{
    m_world->api->setHonoursIdempotencyKeys(false);
    m_world->api->failAlways(Error(ErrorKind::Cut));
    const auto one = m_world->creation();
    const QSignalSpy finished(one.get(), &TokenCreation::finished);
    one->start();
    QTRY_VERIFY(one->state() == State::Unknown && !one->isFindingOut());
    QVERIFY(!one->isKept());
    one->confirm();
    QCOMPARE(finished.size(), 1);
    QVERIFY(one->isFinished());
    QCOMPARE(m_world->journal.entries().constFirst().stage, Stage::Sent);
}

void UntimelyClickTest::isNotLookedForTwiceAtATime()
{
    m_world->api->hold(Verb::List);
    const auto one = m_world->remembered(m_world->entry(Stage::NotMade));
    one->resume();
    one->lookAgain();
    QCOMPARE(m_world->api->calls(Verb::List), 1);
}

void UntimelyClickTest::isNotLookedForWhenAllIsKnown()
{
    const auto gone = m_world->creationWithoutToken();
    const int looks = m_world->api->calls(Verb::List);
    gone->lookAgain();
    QCOMPARE(gone->state(), State::TokenGone);
    gone->confirm();
    gone->lookAgain();
    QCOMPARE(gone->state(), State::Confirmed);
    QCOMPARE(m_world->api->calls(Verb::List), looks);
}

void UntimelyClickTest::deletesNothingThatSomebodyMayStillWant()
{
    const auto one = m_world->creation();
    one->start();
    QTRY_COMPARE(one->state(), State::Answered);
    one->deleteAndMakeAgain();
    one->cancelDeletion();
    QCOMPARE(one->state(), State::Answered);
    QCOMPARE(one->deletion(), nullptr);
    QCOMPARE(m_world->api->calls(Verb::Delete), 0);
}

void UntimelyClickTest::waitsNoLongerForADeletion()
{
    const auto one = m_world->creationWithoutToken();
    m_world->api->hold(Verb::Delete);
    one->deleteAndMakeAgain();
    QCOMPARE(one->state(), State::Deleting);
    one->cancelDeletion();
    QCOMPARE(one->state(), State::TokenGone);
    QCOMPARE(one->error().kind, ErrorKind::Cancelled);
    m_world->api->release();
    QCoreApplication::processEvents();
    QCOMPARE(m_world->api->calls(Verb::Create), 1);
    // Looking tells what became of it.
    one->deleteAndMakeAgain();
    QTRY_COMPARE(one->state(), State::Answered);
    QCOMPARE(m_world->api->accounts().size(), 1);
}

void UntimelyClickTest::isNotLeftInTheMiddleOfADeletion()
{
    const auto one = m_world->creationWithoutToken();
    m_world->api->hold(Verb::Delete);
    one->deleteAndMakeAgain();
    one->confirm();
    QCOMPARE(one->state(), State::Deleting);
    QVERIFY(!one->isFinished());
    m_world->api->release();
    QTRY_COMPARE(one->state(), State::Answered);
    QVERIFY(!one->token().isEmpty());
}

void UntimelyClickTest::saysWhyItsAccountCannotBeLookedFor()
{
    JournalEntry answered = m_world->entry(Stage::Answered);
    answered.accountId = QStringLiteral("id_made");
    m_world->putAccount(answered.accountId);
    m_world->api->failNext(Verb::Read, Error(ErrorKind::Unreachable));
    const auto one = m_world->remembered(answered);
    one->resume();
    QTRY_VERIFY(!one->isFindingOut());
    QCOMPARE(one->state(), State::Unknown);
    QCOMPARE(one->error().kind, ErrorKind::Unreachable);
    one->lookAgain();
    QTRY_COMPARE(one->state(), State::TokenGone);
}

QTEST_GUILESS_MAIN(UntimelyClickTest)
#include "tst_untimelyclick.moc"
