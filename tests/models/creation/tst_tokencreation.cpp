#include "tests/models/creation/creationworld.h"

#include <QSignalSpy>

using State = TokenCreation::State;
using Stage = JournalEntry::Stage;
using Verb = MemoryAdminApi::Verb;
using Work = MemoryAdminApi::Work;

/// A click, from there to the token that is kept.
class TokenCreationTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_world = std::make_unique<CreationWorld>(); }
    void goesFromTheClickToTheConfirmedToken();
    void oneClickIsOneCall();
    void endsAsNotMadeWhenTheServerSaysNo_data();
    void endsAsNotMadeWhenTheServerSaysNo();
    void asksAgainWithItsOwnKeyWhenTheAnswerWasLost();
    void asksAtMostTwiceMore();
    void neverAsksAgainWhereKeysAreNotHonoured();
    void aRepeatThatDoesNotGetThroughSaysNothing_data();
    void aRepeatThatDoesNotGetThroughSaysNothing();
    void theServersWordOnARepeatCounts();
    void everyClickHasItsOwnKey();
    void isKeptOnceCopiedOrSaved();
    void wipesTheTokenWhenConfirmed();
    void aSaveUnderWayRunsToItsEndAfterDone();
    void isInTheJournalBeforeItIsSentAndUntilDone();
    void whatCannotBeWrittenDownIsNotSent();

private:
    std::unique_ptr<CreationWorld> m_world;
};

void TokenCreationTest::goesFromTheClickToTheConfirmedToken()
{
    m_world->api->setNextToken("the token");
    const auto one = m_world->creation();
    QList<State> states;
    connect(one.get(), &TokenCreation::stateChanged, this, [&] {
        if (states.isEmpty() || states.constLast() != one->state())
            states.append(one->state());
    });
    QCOMPARE(one->state(), State::Journalled);
    one->start();
    QTRY_COMPARE(one->state(), State::Answered);
    QCOMPARE(one->account().name, QStringLiteral("ci_deploy"));
    QVERIFY(one->token().equals(SecretText::fromUtf8("the token")));
    one->saveToKeychain();
    QTRY_COMPARE(one->state(), State::Stored);
    QVERIFY(
        m_world->vault.find(VaultEntry::forAccount(QStringLiteral("local"), QStringLiteral("ci_deploy"))));
    one->confirm();
    QCOMPARE(one->state(), State::Confirmed);
    QCOMPARE(states, QList<State>({State::Sent, State::Answered, State::Stored, State::Confirmed}));
}

void TokenCreationTest::oneClickIsOneCall()
{
    const auto one = m_world->creation();
    one->start();
    one->start();
    QTRY_COMPARE(one->state(), State::Answered);
    one->start();
    QCOMPARE(m_world->api->calls(Verb::Create), 1);
}

void TokenCreationTest::endsAsNotMadeWhenTheServerSaysNo_data()
{
    QTest::addColumn<ErrorKind>("kind");
    for (const ErrorKind kind :
         {ErrorKind::NameTaken, ErrorKind::Invalid, ErrorKind::Unauthorized, ErrorKind::Forbidden,
          ErrorKind::BadRequest, ErrorKind::Unreachable, ErrorKind::Untrusted, ErrorKind::InsecureAddress,
          ErrorKind::TooManyRequests, ErrorKind::NotFound})
        QTest::addRow("%d", static_cast<int>(kind)) << kind;
}

void TokenCreationTest::endsAsNotMadeWhenTheServerSaysNo()
{
    QFETCH(ErrorKind, kind);
    m_world->api->failNext(Verb::Create, Error(kind));
    const auto one = m_world->creation();
    QSignalSpy finished(one.get(), &TokenCreation::finished);
    one->start();
    QTRY_COMPARE(one->state(), State::NotMade);
    QCOMPARE(finished.size(), 0);
    one->confirm();
    QCOMPARE(finished.size(), 1);
    QCOMPARE(one->error().kind, kind);
    QVERIFY(one->token().isEmpty());
    QCOMPARE(m_world->api->calls(Verb::Create), 1);
}

void TokenCreationTest::asksAgainWithItsOwnKeyWhenTheAnswerWasLost()
{
    m_world->api->failNext(Verb::Create, Error(ErrorKind::Cut), Work::Done);
    const auto one = m_world->creation();
    one->start();
    QTRY_VERIFY(one->isFindingOut());
    QTRY_COMPARE(one->state(), State::Answered);
    QVERIFY(!one->isFindingOut());
    QCOMPARE(m_world->api->idempotencyKeys().size(), 2);
    QCOMPARE(m_world->api->idempotencyKeys().at(0), m_world->api->idempotencyKeys().at(1));
    QCOMPARE(m_world->api->accounts().size(), 1);
}

void TokenCreationTest::asksAtMostTwiceMore()
{
    m_world->api->failAlways(Error(ErrorKind::Cut));
    const auto one = m_world->creation();
    one->start();
    QTRY_VERIFY(one->state() == State::Unknown && !one->isFindingOut());
    QCOMPARE(m_world->api->calls(Verb::Create), 3);
    QCOMPARE(one->error().kind, ErrorKind::Cut);
    // The server is back.
    m_world->api->failAlways(std::nullopt);
    one->lookAgain();
    QTRY_COMPARE(one->state(), State::NotMade);
    QCOMPARE(m_world->api->calls(Verb::Create), 3);
}

void TokenCreationTest::neverAsksAgainWhereKeysAreNotHonoured()
{
    m_world->api->setHonoursIdempotencyKeys(false);
    m_world->api->failNext(Verb::Create, Error(ErrorKind::TimedOut), Work::Done);
    const auto one = m_world->creation();
    one->start();
    QTRY_COMPARE(one->state(), State::TokenGone);
    QCOMPARE(one->account().name, QStringLiteral("ci_deploy"));
    QCOMPARE(m_world->api->calls(Verb::Create), 1);
}

void TokenCreationTest::aRepeatThatDoesNotGetThroughSaysNothing_data()
{
    QTest::addColumn<ErrorKind>("kind");
    for (const ErrorKind kind : {ErrorKind::Unreachable, ErrorKind::Unauthorized, ErrorKind::Forbidden,
                                 ErrorKind::TooManyRequests, ErrorKind::ProxyFailed, ErrorKind::NotFound})
        QTest::addRow("%d", static_cast<int>(kind)) << kind;
}

void TokenCreationTest::aRepeatThatDoesNotGetThroughSaysNothing()
{
    QFETCH(ErrorKind, kind);
    m_world->api->failNext(Verb::Create, Error(ErrorKind::Cut), Work::Done);
    m_world->api->failNext(Verb::Create, Error(kind));
    m_world->api->failNext(Verb::Create, Error(kind));
    const auto one = m_world->creation();
    one->start();
    QTRY_COMPARE(one->state(), State::TokenGone);
}

void TokenCreationTest::theServersWordOnARepeatCounts()
{
    m_world->api->failNext(Verb::Create, Error(ErrorKind::Cut));
    m_world->api->failNext(Verb::Create, Error(ErrorKind::NameTaken));
    const auto one = m_world->creation();
    one->start();
    QTRY_COMPARE(one->state(), State::NotMade);
    QCOMPARE(one->error().kind, ErrorKind::NameTaken);
}

void TokenCreationTest::everyClickHasItsOwnKey()
{
    const auto one = m_world->creation();
    const auto other = m_world->creation();
    one->start();
    other->start();
    QTRY_COMPARE(m_world->api->idempotencyKeys().size(), 2);
    QVERIFY(m_world->api->idempotencyKeys().at(0) != m_world->api->idempotencyKeys().at(1));
}

void TokenCreationTest::isKeptOnceCopiedOrSaved()
{
    const auto copied = m_world->creation();
    copied->start();
    QTRY_COMPARE(copied->state(), State::Answered);
    QVERIFY(!copied->isKept());
    copied->markCopied();
    QVERIFY(copied->isKept());

    m_world->api->remove(copied->account().id);
    const auto saved = m_world->creation();
    saved->start();
    QTRY_COMPARE(saved->state(), State::Answered);
    m_world->vault.failWith(Error(ErrorKind::KeychainLocked));
    saved->saveToKeychain();
    QTRY_COMPARE(saved->keychainSave()->state(), KeychainSave::State::Failed);
    QVERIFY(!saved->isKept());
    m_world->vault.failWith(std::nullopt);
    saved->saveToKeychain();
    QTRY_VERIFY(saved->isKept());
}

void TokenCreationTest::wipesTheTokenWhenConfirmed()
{
    const auto one = m_world->creation();
    one->start();
    QTRY_COMPARE(one->state(), State::Answered);
    QVERIFY(!one->token().isEmpty());
    QSignalSpy finished(one.get(), &TokenCreation::finished);
    one->confirm();
    QVERIFY(one->token().isEmpty());
    QCOMPARE(finished.size(), 1);
}

void TokenCreationTest::aSaveUnderWayRunsToItsEndAfterDone()
{
    const auto one = m_world->creation();
    one->start();
    QTRY_COMPARE(one->state(), State::Answered);
    m_world->vault.hold();
    one->saveToKeychain();
    QSignalSpy finished(one.get(), &TokenCreation::finished);
    one->confirm();
    QCOMPARE(finished.size(), 0);
    m_world->vault.release();
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(one->state(), State::Confirmed);
    QVERIFY(m_world->savedTokens.find(QStringLiteral("local"), QStringLiteral("ci_deploy")));
}

void TokenCreationTest::isInTheJournalBeforeItIsSentAndUntilDone()
{
    m_world->api->hold(Verb::Create);
    const auto one = m_world->creation();
    one->start();
    QCOMPARE(m_world->journal.entries().size(), 1);
    const JournalEntry begun = m_world->journal.entries().constFirst();
    QCOMPARE(begun.stage, Stage::Sent);
    QCOMPARE(begun.request, m_world->request());
    QCOMPARE(QStringList{begun.idempotencyKey}, m_world->api->idempotencyKeys());
    m_world->api->release();
    QTRY_COMPARE(one->state(), State::Answered);
    QCOMPARE(m_world->journal.entries().constFirst().stage, Stage::Answered);
    QCOMPARE(m_world->journal.entries().constFirst().accountId, one->account().id);
    one->markCopied();
    QVERIFY(m_world->journal.entries().constFirst().copied);
    one->saveToKeychain();
    QTRY_COMPARE(one->state(), State::Stored);
    QCOMPARE(m_world->journal.entries().constFirst().stage, Stage::Stored);
    one->confirm();
    QVERIFY(m_world->journal.entries().isEmpty());
}

void TokenCreationTest::whatCannotBeWrittenDownIsNotSent()
{
    m_world->journal.failWith(Error(ErrorKind::FileUnwritable, QStringLiteral("The disk is full.")));
    const auto one = m_world->creation();
    one->start();
    QTRY_COMPARE(one->state(), State::NotMade);
    QCOMPARE(one->error().kind, ErrorKind::FileUnwritable);
    QCOMPARE(m_world->api->calls(Verb::Create), 0);
}

QTEST_GUILESS_MAIN(TokenCreationTest)
#include "tst_tokencreation.moc"
