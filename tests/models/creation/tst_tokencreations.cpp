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
    void wakesWhatTheJournalRemembersOfAConnection();
    void asksNoOtherServerThanTheOneItWasSentTo();
    void saysNothingOfATokenThatIsInTheKeychain_data();
    void saysNothingOfATokenThatIsInTheKeychain();
    void whatNoWindowWatchesComesBackToThePerson();
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
