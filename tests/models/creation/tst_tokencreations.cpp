#include "tests/models/creation/creationworld.h"

#include <QPointer>
#include <QSignalSpy>

using State = TokenCreation::State;
using Stage = JournalEntry::Stage;
using Verb = MemoryAdminApi::Verb;

class TokenCreationsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_world = std::make_unique<CreationWorld>(); }
    void theOwnerKeepsItUntilItIsFinished();
    void knowsAnUnfinishedCreation();
    void nothingIsUnfinishedThatTheJournalHas();
    void wakesWhatTheJournalRemembersOfAConnection();
    void listsWhatNobodySawTheEndOf_data();
    void listsWhatNobodySawTheEndOf();
    void tellsOfWhatWasMadeAfterAll_data();
    void tellsOfWhatWasMadeAfterAll();
    void asksNoOtherServerThanTheOneItWasSentTo();
    void saysNothingOfATokenThatIsInTheKeychain_data();
    void saysNothingOfATokenThatIsInTheKeychain();
    void whatNoWindowWatchesComesBackToThePerson();
    void aWindowThatGoesAwayLeavesItsTokenToAnother();
    void whatIsDoneAsItsWindowGoesNeedsNobody();
    void whatIsFoundOutWithoutAWindowIsToldAtItsEnd();
    void whatWasNotMadeWaitsUntilSomebodyHasReadIt();
    void aSaveThatFailsWithoutAWindowComesBack();
    void whatAWindowOfTheNextStartLetsGoComesBackToo();

private:
    std::unique_ptr<CreationWorld> m_world;
};

void TokenCreationsTest::theOwnerKeepsItUntilItIsFinished()
{
    TokenCreations creations(m_world->parts());
    const QPointer<TokenCreation> one =
        creations.start(m_world->api, QStringLiteral("local"), m_world->request());
    QTRY_COMPARE(one->state(), State::Answered);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QVERIFY(one);
    one->confirm();
    QTRY_VERIFY(!one);
}

void TokenCreationsTest::knowsAnUnfinishedCreation()
{
    TokenCreations creations(m_world->parts());
    QVERIFY(!creations.unfinished());
    TokenCreation *one = creations.start(m_world->api, QStringLiteral("local"), m_world->request());
    QCOMPARE(creations.unfinished(), one);
    QTRY_COMPARE(one->state(), State::Answered);
    QCOMPARE(creations.unfinished(), one);
    one->markCopied();
    QVERIFY(!creations.unfinished());
}

void TokenCreationsTest::nothingIsUnfinishedThatTheJournalHas()
{
    const QString local = QStringLiteral("local");
    TokenCreations creations(m_world->parts());
    m_world->api->failNext(Verb::Create, Error(ErrorKind::Invalid));
    const TokenCreation *notMade = creations.start(m_world->api, local, m_world->request());
    QTRY_COMPARE(notMade->state(), State::NotMade);
    QVERIFY(!creations.unfinished());

    TokenCreation *stored = creations.start(m_world->api, local, m_world->request());
    QTRY_COMPARE(stored->state(), State::Answered);
    stored->saveToKeychain();
    QTRY_COMPARE(stored->state(), State::Stored);
    QVERIFY(!creations.unfinished());
    stored->confirm();
    QCOMPARE(stored->state(), State::Confirmed);
    QVERIFY(!creations.unfinished());

    m_world->api->remove(m_world->api->accounts().constFirst().id);
    m_world->api->setHonoursIdempotencyKeys(false);
    m_world->api->failNext(Verb::Create, Error(ErrorKind::Cut), MemoryAdminApi::Work::Done);
    m_world->api->hold(Verb::List);
    TokenCreation *gone = creations.start(m_world->api, local, m_world->request());
    QTRY_COMPARE(gone->state(), State::Unknown);
    QVERIFY(!creations.unfinished());
    m_world->api->release();
    QTRY_COMPARE(gone->state(), State::TokenGone);
    QVERIFY(!creations.unfinished());
    m_world->api->hold(Verb::Delete);
    gone->deleteAndMakeAgain();
    QCOMPARE(creations.unfinished(), gone);
}

void TokenCreationsTest::listsWhatNobodySawTheEndOf_data()
{
    QTest::addColumn<Stage>("stage");
    QTest::addColumn<QString>("connection");
    QTest::addColumn<bool>("isUnseen");
    const QString local = QStringLiteral("local");
    QTest::newRow("sent") << Stage::Sent << local << true;
    QTest::newRow("made") << Stage::Answered << local << true;
    QTest::newRow("in the keychain") << Stage::Stored << local << false;
    QTest::newRow("not made") << Stage::NotMade << local << false;
    QTest::newRow("another's") << Stage::Sent << QStringLiteral("server") << false;
}

void TokenCreationsTest::listsWhatNobodySawTheEndOf()
{
    QFETCH(Stage, stage);
    QFETCH(QString, connection);
    JournalEntry entry = m_world->entry(stage);
    entry.connectionKey = connection;
    QVERIFY(m_world->journal.keep(entry).ok());
    const TokenCreations creations(m_world->parts());
    QTEST(!creations.unseenOn(QStringLiteral("local")).isEmpty(), "isUnseen");
}

void TokenCreationsTest::tellsOfWhatWasMadeAfterAll_data()
{
    QTest::addColumn<QString>("creator");
    QTest::addColumn<int>("told");
    QTest::newRow("made after all") << QStringLiteral("dana") << 1;
    QTest::newRow("perhaps by somebody else") << QStringLiteral("kim") << 0;
    QTest::newRow("still not there") << QString() << 0;
}

/// The run before said that it was not made.
void TokenCreationsTest::tellsOfWhatWasMadeAfterAll()
{
    QFETCH(QString, creator);
    QVERIFY(m_world->journal.keep(m_world->entry(Stage::NotMade)).ok());
    if (!creator.isEmpty()) {
        m_world->putAccount(QStringLiteral("late"));
        ServiceAccount late = m_world->api->accounts().constFirst();
        late.createdBy = creator;
        m_world->api->put(late);
    }
    TokenCreations creations(m_world->parts());
    const QSignalSpy needed(&creations, &TokenCreations::needsPerson);
    creations.resume(m_world->api, QStringLiteral("local"));
    QCOMPARE(needed.size(), 0);
    if (creator == QStringLiteral("dana"))
        QTRY_COMPARE(needed.size(), 1);
    else
        QTRY_VERIFY(m_world->journal.entries().isEmpty());
    QTEST(static_cast<int>(needed.size()), "told");
}

void TokenCreationsTest::wakesWhatTheJournalRemembersOfAConnection()
{
    JournalEntry here = m_world->entry(Stage::Sent);
    JournalEntry elsewhere = m_world->entry(Stage::Sent);
    elsewhere.idempotencyKey = QStringLiteral("other");
    elsewhere.connectionKey = QStringLiteral("apono");
    JournalEntry safe = m_world->entry(Stage::Stored);
    safe.idempotencyKey = QStringLiteral("safe");
    for (const JournalEntry &one : {here, elsewhere, safe})
        QVERIFY(m_world->journal.keep(one).ok());
    m_world->api->hold(Verb::Session);
    TokenCreations creations(m_world->parts());
    QSignalSpy needed(&creations, &TokenCreations::needsPerson);
    creations.resume(m_world->api, QStringLiteral("local"));
    creations.resume(m_world->api, QStringLiteral("local"));
    QCOMPARE(needed.size(), 1);
    const auto *woken = needed.constFirst().constFirst().value<TokenCreation *>();
    QCOMPARE(woken->idempotencyKey(), here.idempotencyKey);
    QVERIFY(woken->isFindingOut());
    QCOMPARE(creations.waitingElsewhere(QStringLiteral("local")), QList{elsewhere});
    // It is under way, and nothing that was cut short.
    QVERIFY(!creations.waitingElsewhere(QStringLiteral("apono")).contains(here));
    creations.forget(here);
    QCOMPARE(m_world->journal.entries().size(), 2);
    creations.forget(elsewhere);
    QCOMPARE(m_world->journal.entries(), QList{here});
}

/// The connection was given another address meanwhile, and kept its key.
void TokenCreationsTest::asksNoOtherServerThanTheOneItWasSentTo()
{
    const QUrl before(QStringLiteral("https://a.example.com/api"));
    const QUrl now(QStringLiteral("https://b.example.com/api"));
    JournalEntry entry = m_world->entry(Stage::Sent);
    entry.server = before;
    entry.serverHonoursKeys = true;
    QVERIFY(m_world->journal.keep(entry).ok());
    TokenCreations creations(m_world->parts());
    const QSignalSpy needed(&creations, &TokenCreations::needsPerson);
    creations.resume(m_world->api, entry.connectionKey, now);
    QCOMPARE(needed.size(), 0);
    QCOMPARE(m_world->api->calls(Verb::Create), 0);
    QCOMPARE(creations.waitingElsewhere(entry.connectionKey, now), QList{entry});
    creations.resume(m_world->api, entry.connectionKey, before);
    QCOMPARE(needed.size(), 1);
}

void TokenCreationsTest::saysNothingOfATokenThatIsInTheKeychain_data()
{
    QTest::addColumn<QString>("savedAccount");
    QTest::addColumn<bool>("isSaved");
    QTest::newRow("that of this click") << QStringLiteral("id_1") << true;
    QTest::newRow("that of an account before it") << QStringLiteral("id_0") << false;
}

/// The program ended after the index knew of it, and before the journal did.
void TokenCreationsTest::saysNothingOfATokenThatIsInTheKeychain()
{
    QFETCH(QString, savedAccount);
    QFETCH(bool, isSaved);
    JournalEntry entry = m_world->entry(Stage::Answered);
    entry.accountId = QStringLiteral("id_1");
    m_world->putAccount(entry.accountId);
    QVERIFY(m_world->journal.keep(entry).ok());
    QVERIFY(m_world->savedTokens
                .record({entry.connectionKey, entry.request.name.text(), savedAccount, m_world->clock.now()})
                .ok());
    TokenCreations creations(m_world->parts());
    const QSignalSpy needed(&creations, &TokenCreations::needsPerson);
    QCOMPARE(creations.waitingElsewhere(QStringLiteral("another")).isEmpty(), isSaved);
    creations.resume(m_world->api, entry.connectionKey);
    QCOMPARE(needed.isEmpty(), isSaved);
    QCOMPARE(m_world->journal.entries().isEmpty(), isSaved);
}

void TokenCreationsTest::whatNoWindowWatchesComesBackToThePerson()
{
    m_world->api->hold(Verb::Create);
    TokenCreations creations(m_world->parts());
    QSignalSpy needed(&creations, &TokenCreations::needsPerson);
    TokenCreation *one = creations.start(m_world->api, QStringLiteral("local"), m_world->request());
    creations.letGo(one);
    m_world->api->release();
    QTRY_COMPARE(needed.size(), 1);
    QCOMPARE(one->state(), State::Answered);
    QVERIFY(!one->token().isEmpty());
}

void TokenCreationsTest::aWindowThatGoesAwayLeavesItsTokenToAnother()
{
    TokenCreations creations(m_world->parts());
    const QSignalSpy needed(&creations, &TokenCreations::needsPerson);
    TokenCreation *one = creations.start(m_world->api, QStringLiteral("local"), m_world->request());
    QTRY_COMPARE(one->state(), State::Answered);
    creations.letGo(one);
    // Not at once: it may be the last window that goes.
    QCOMPARE(needed.size(), 0);
    QTRY_COMPARE(needed.size(), 1);
    QVERIFY(!one->token().isEmpty());
}

void TokenCreationsTest::whatIsDoneAsItsWindowGoesNeedsNobody()
{
    TokenCreations creations(m_world->parts());
    const QSignalSpy needed(&creations, &TokenCreations::needsPerson);
    const QPointer<TokenCreation> one =
        creations.start(m_world->api, QStringLiteral("local"), m_world->request());
    QTRY_COMPARE(one->state(), State::Answered);
    one->saveToKeychain();
    creations.letGo(one);
    QTRY_VERIFY(!one);
    QVERIFY(needed.isEmpty());
    QVERIFY(m_world->journal.entries().isEmpty());
    QVERIFY(m_world->savedTokens.find(QStringLiteral("local"), QStringLiteral("ci_deploy")));
}

void TokenCreationsTest::whatIsFoundOutWithoutAWindowIsToldAtItsEnd()
{
    m_world->api->setHonoursIdempotencyKeys(false);
    m_world->api->failNext(Verb::Create, Error(ErrorKind::Cut), MemoryAdminApi::Work::Done);
    TokenCreations creations(m_world->parts());
    QList<State> told;
    connect(&creations, &TokenCreations::needsPerson, this,
            [&told](TokenCreation *one) { told.append(one->state()); });
    TokenCreation *one = creations.start(m_world->api, QStringLiteral("local"), m_world->request());
    creations.letGo(one);
    QTRY_COMPARE(told, QList{State::TokenGone});
}

void TokenCreationsTest::whatWasNotMadeWaitsUntilSomebodyHasReadIt()
{
    m_world->api->hold(Verb::Create);
    m_world->api->failNext(Verb::Create, Error(ErrorKind::NameTaken));
    TokenCreations creations(m_world->parts());
    QSignalSpy needed(&creations, &TokenCreations::needsPerson);
    const QPointer<TokenCreation> one =
        creations.start(m_world->api, QStringLiteral("local"), m_world->request());
    creations.letGo(one);
    m_world->api->release();
    QTRY_COMPARE(needed.size(), 1);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QVERIFY(one);
    QCOMPARE(one->state(), State::NotMade);
    one->confirm();
    QTRY_VERIFY(!one);
}

void TokenCreationsTest::aSaveThatFailsWithoutAWindowComesBack()
{
    TokenCreations creations(m_world->parts());
    QSignalSpy needed(&creations, &TokenCreations::needsPerson);
    TokenCreation *one = creations.start(m_world->api, QStringLiteral("local"), m_world->request());
    QTRY_COMPARE(one->state(), State::Answered);
    m_world->vault.hold();
    m_world->vault.failWith(Error(ErrorKind::KeychainLocked));
    one->saveToKeychain();
    creations.letGo(one);
    QTest::qWait(0);
    QCOMPARE(needed.size(), 0);
    m_world->vault.release();
    QTRY_COMPARE(needed.size(), 1);
    QVERIFY(!one->token().isEmpty());
}

void TokenCreationsTest::whatAWindowOfTheNextStartLetsGoComesBackToo()
{
    m_world->api->setHonoursIdempotencyKeys(false);
    QVERIFY(m_world->journal.keep(m_world->entry(Stage::Sent)).ok());
    m_world->putAccount(QStringLiteral("somebody_elses"));
    ServiceAccount theirs = m_world->api->accounts().constFirst();
    theirs.createdBy = QStringLiteral("kim");
    m_world->api->put(theirs);
    TokenCreations creations(m_world->parts());
    QSignalSpy needed(&creations, &TokenCreations::needsPerson);
    creations.resume(m_world->api, QStringLiteral("local"));
    QCOMPARE(needed.size(), 1);
    auto *one = needed.constFirst().constFirst().value<TokenCreation *>();
    creations.letGo(one);
    QTRY_COMPARE(needed.size(), 2);
    QCOMPARE(one->state(), State::Undecided);
    QCOMPARE(m_world->journal.entries().size(), 1);
}

QTEST_GUILESS_MAIN(TokenCreationsTest)
#include "tst_tokencreations.moc"
