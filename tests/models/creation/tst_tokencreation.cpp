#include "models/creation/tokencreation.h"
#include "models/creation/tokencreations.h"
#include "tests/support/fixedclock.h"
#include "tests/support/memoryadminapi.h"
#include "tests/support/memoryjournal.h"
#include "tests/support/memorysavedtokens.h"
#include "tests/support/memorytokenvault.h"

#include <QPointer>
#include <QSignalSpy>
#include <QTest>

using State = TokenCreation::State;
using Stage = JournalEntry::Stage;
using Verb = MemoryAdminApi::Verb;
using Work = MemoryAdminApi::Work;

class TokenCreationTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
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
    void theOwnerKeepsItUntilItIsFinished();
    void knowsAnUnfinishedCreation();
    void isInTheJournalBeforeItIsSentAndUntilDone();
    void whatCannotBeWrittenDownIsNotSent();
    void saysWhichOfFourIsTrueWhenTheAnswerIsLost_data();
    void saysWhichOfFourIsTrueWhenTheAnswerIsLost();
    void deletesItAndMakesItAgainInOneStep();
    void staysAsItIsWhenItCannotBeDeleted_data();
    void staysAsItIsWhenItCannotBeDeleted();
    void aLateAnswerIsFoundWhenTheNameIsTakenNow();
    void walksOnAfterARestart_data();
    void walksOnAfterARestart();
    void asksOnceMoreAfterARestartWithinFiveMinutes_data();
    void asksOnceMoreAfterARestartWithinFiveMinutes();
    void wakesWhatTheJournalRemembersOfAConnection();
    void whatNoWindowWatchesComesBackToThePerson();

private:
    NewServiceAccount request(const QString &name = QStringLiteral("ci_deploy")) const;
    JournalEntry entry(Stage stage) const;
    CreationParts parts() { return {*m_vault, *m_savedTokens, *m_journal, m_clock}; }
    std::unique_ptr<TokenCreation> creation();
    std::unique_ptr<TokenCreation> resumed(const JournalEntry &entry);

    FixedClock m_clock{QDateTime(QDate(2026, 11, 24), QTime(10, 42), Qt::UTC)};
    std::shared_ptr<MemoryAdminApi> m_api;
    std::unique_ptr<MemoryTokenVault> m_vault;
    std::unique_ptr<MemorySavedTokens> m_savedTokens;
    std::unique_ptr<MemoryJournal> m_journal;
};

void TokenCreationTest::init()
{
    m_api = std::make_shared<MemoryAdminApi>(m_clock);
    m_vault = std::make_unique<MemoryTokenVault>();
    m_savedTokens = std::make_unique<MemorySavedTokens>();
    m_journal = std::make_unique<MemoryJournal>();
}

NewServiceAccount TokenCreationTest::request(const QString &name) const
{
    return {*ServiceAccountName::fromText(name), {}, Expiration::unlimited(), *RoleSet::of({Role::Viewer})};
}

std::unique_ptr<TokenCreation> TokenCreationTest::creation()
{
    return std::make_unique<TokenCreation>(m_api, parts(), QStringLiteral("local"), request());
}

JournalEntry TokenCreationTest::entry(Stage stage) const
{
    return {QStringLiteral("earlier click"), QStringLiteral("local"), request(), m_clock.now(), false, stage};
}

std::unique_ptr<TokenCreation> TokenCreationTest::resumed(const JournalEntry &entry)
{
    static_cast<void>(m_journal->keep(entry));
    return std::make_unique<TokenCreation>(m_api, parts(), entry);
}

void TokenCreationTest::goesFromTheClickToTheConfirmedToken()
{
    m_api->setNextToken("the token");
    const auto one = creation();
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
    QVERIFY(m_vault->find(VaultEntry::forAccount(QStringLiteral("local"), QStringLiteral("ci_deploy"))));
    one->confirm();
    QCOMPARE(one->state(), State::Confirmed);
    QCOMPARE(states, QList<State>({State::Sent, State::Answered, State::Stored, State::Confirmed}));
}

void TokenCreationTest::oneClickIsOneCall()
{
    const auto one = creation();
    one->start();
    one->start();
    QTRY_COMPARE(one->state(), State::Answered);
    one->start();
    QCOMPARE(m_api->calls(Verb::Create), 1);
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
    m_api->failNext(Verb::Create, Error(kind));
    const auto one = creation();
    QSignalSpy finished(one.get(), &TokenCreation::finished);
    one->start();
    QVERIFY(finished.wait());
    QCOMPARE(one->state(), State::NotMade);
    QCOMPARE(one->error().kind, kind);
    QVERIFY(one->token().isEmpty());
    QCOMPARE(m_api->calls(Verb::Create), 1);
}

void TokenCreationTest::asksAgainWithItsOwnKeyWhenTheAnswerWasLost()
{
    m_api->failNext(Verb::Create, Error(ErrorKind::Cut), Work::Done);
    const auto one = creation();
    one->start();
    QTRY_VERIFY(one->isFindingOut());
    QTRY_COMPARE(one->state(), State::Answered);
    QVERIFY(!one->isFindingOut());
    QCOMPARE(m_api->idempotencyKeys().size(), 2);
    QCOMPARE(m_api->idempotencyKeys().at(0), m_api->idempotencyKeys().at(1));
    QCOMPARE(m_api->accounts().size(), 1);
}

void TokenCreationTest::asksAtMostTwiceMore()
{
    m_api->failAlways(Error(ErrorKind::Cut));
    const auto one = creation();
    one->start();
    QTRY_VERIFY(one->state() == State::Unknown && !one->isFindingOut());
    QCOMPARE(m_api->calls(Verb::Create), 3);
    QCOMPARE(one->error().kind, ErrorKind::Cut);
    // The server is back.
    m_api->failAlways(std::nullopt);
    one->lookAgain();
    QTRY_COMPARE(one->state(), State::NotMade);
    QCOMPARE(m_api->calls(Verb::Create), 3);
}

void TokenCreationTest::neverAsksAgainWhereKeysAreNotHonoured()
{
    m_api->setHonoursIdempotencyKeys(false);
    m_api->failNext(Verb::Create, Error(ErrorKind::TimedOut), Work::Done);
    const auto one = creation();
    one->start();
    QTRY_COMPARE(one->state(), State::TokenGone);
    QCOMPARE(one->account().name, QStringLiteral("ci_deploy"));
    QCOMPARE(m_api->calls(Verb::Create), 1);
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
    m_api->failNext(Verb::Create, Error(ErrorKind::Cut), Work::Done);
    m_api->failNext(Verb::Create, Error(kind));
    m_api->failNext(Verb::Create, Error(kind));
    const auto one = creation();
    one->start();
    QTRY_COMPARE(one->state(), State::TokenGone);
}

void TokenCreationTest::theServersWordOnARepeatCounts()
{
    m_api->failNext(Verb::Create, Error(ErrorKind::Cut));
    m_api->failNext(Verb::Create, Error(ErrorKind::NameTaken));
    const auto one = creation();
    one->start();
    QTRY_COMPARE(one->state(), State::NotMade);
    QCOMPARE(one->error().kind, ErrorKind::NameTaken);
}

void TokenCreationTest::everyClickHasItsOwnKey()
{
    const auto one = creation();
    const auto other = creation();
    one->start();
    other->start();
    QTRY_COMPARE(m_api->idempotencyKeys().size(), 2);
    QVERIFY(m_api->idempotencyKeys().at(0) != m_api->idempotencyKeys().at(1));
}

void TokenCreationTest::isKeptOnceCopiedOrSaved()
{
    const auto copied = creation();
    copied->start();
    QTRY_COMPARE(copied->state(), State::Answered);
    QVERIFY(!copied->isKept());
    copied->markCopied();
    QVERIFY(copied->isKept());

    m_api->remove(copied->account().id);
    const auto saved = creation();
    saved->start();
    QTRY_COMPARE(saved->state(), State::Answered);
    m_vault->failWith(Error(ErrorKind::KeychainLocked));
    saved->saveToKeychain();
    QTRY_COMPARE(saved->keychainSave()->state(), KeychainSave::State::Failed);
    QVERIFY(!saved->isKept());
    m_vault->failWith(std::nullopt);
    saved->saveToKeychain();
    QTRY_VERIFY(saved->isKept());
}

void TokenCreationTest::wipesTheTokenWhenConfirmed()
{
    const auto one = creation();
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
    const auto one = creation();
    one->start();
    QTRY_COMPARE(one->state(), State::Answered);
    m_vault->hold();
    one->saveToKeychain();
    QSignalSpy finished(one.get(), &TokenCreation::finished);
    one->confirm();
    QCOMPARE(finished.size(), 0);
    m_vault->release();
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(one->state(), State::Confirmed);
    QVERIFY(m_savedTokens->find(QStringLiteral("local"), QStringLiteral("ci_deploy")));
}

void TokenCreationTest::theOwnerKeepsItUntilItIsFinished()
{
    TokenCreations creations(parts());
    const QPointer<TokenCreation> one = creations.start(m_api, QStringLiteral("local"), request());
    QTRY_COMPARE(one->state(), State::Answered);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QVERIFY(one);
    one->confirm();
    QTRY_VERIFY(!one);
}

void TokenCreationTest::knowsAnUnfinishedCreation()
{
    TokenCreations creations(parts());
    QVERIFY(!creations.unfinished());
    TokenCreation *one = creations.start(m_api, QStringLiteral("local"), request());
    QCOMPARE(creations.unfinished(), one);
    QTRY_COMPARE(one->state(), State::Answered);
    QCOMPARE(creations.unfinished(), one);
    one->markCopied();
    QVERIFY(!creations.unfinished());
}

void TokenCreationTest::isInTheJournalBeforeItIsSentAndUntilDone()
{
    m_api->hold(Verb::Create);
    const auto one = creation();
    one->start();
    QCOMPARE(m_journal->entries().size(), 1);
    const JournalEntry begun = m_journal->entries().constFirst();
    QCOMPARE(begun.stage, Stage::Sent);
    QCOMPARE(begun.request, request());
    QCOMPARE(QStringList{begun.idempotencyKey}, m_api->idempotencyKeys());
    m_api->release();
    QTRY_COMPARE(one->state(), State::Answered);
    QCOMPARE(m_journal->entries().constFirst().stage, Stage::Answered);
    QCOMPARE(m_journal->entries().constFirst().accountId, one->account().id);
    one->markCopied();
    QVERIFY(m_journal->entries().constFirst().copied);
    one->saveToKeychain();
    QTRY_COMPARE(one->state(), State::Stored);
    QCOMPARE(m_journal->entries().constFirst().stage, Stage::Stored);
    one->confirm();
    QVERIFY(m_journal->entries().isEmpty());
}

void TokenCreationTest::whatCannotBeWrittenDownIsNotSent()
{
    m_journal->failWith(Error(ErrorKind::FileUnwritable, QStringLiteral("The disk is full.")));
    const auto one = creation();
    one->start();
    QTRY_COMPARE(one->state(), State::NotMade);
    QCOMPARE(one->error().kind, ErrorKind::FileUnwritable);
    QCOMPARE(m_api->calls(Verb::Create), 0);
}

void TokenCreationTest::saysWhichOfFourIsTrueWhenTheAnswerIsLost_data()
{
    QTest::addColumn<bool>("honours");
    QTest::addColumn<Work>("work");
    QTest::addColumn<QString>("creator");
    QTest::addColumn<State>("outcome");
    QTest::addColumn<int>("entriesLeft");
    const QString us = QStringLiteral("dana");
    QTest::newRow("here is the token") << true << Work::Done << us << State::Answered << 1;
    QTest::newRow("its token is gone") << false << Work::Done << us << State::TokenGone << 1;
    // Its entry stays for one more look at the next start: a server can be very late.
    QTest::newRow("it was not made") << false << Work::NotDone << us << State::NotMade << 1;
    QTest::newRow("it cannot be told")
        << false << Work::Done << QStringLiteral("kim") << State::Undecided << 1;
}

void TokenCreationTest::saysWhichOfFourIsTrueWhenTheAnswerIsLost()
{
    QFETCH(bool, honours);
    QFETCH(Work, work);
    QFETCH(QString, creator);
    QFETCH(State, outcome);
    QFETCH(int, entriesLeft);
    m_api->setHonoursIdempotencyKeys(honours);
    m_api->failNext(Verb::Create, Error(ErrorKind::Cut), work);
    const auto one = creation();
    one->start();
    if (const ServiceAccount *made = m_api->find(QStringLiteral("ci_deploy"))) {
        ServiceAccount seen = *made;
        seen.createdBy = creator;
        m_api->put(seen);
    }
    QTRY_COMPARE(one->state(), outcome);
    QVERIFY(!one->isFindingOut());
    QCOMPARE(m_journal->entries().size(), entriesLeft);
    QCOMPARE(one->token().isEmpty(), outcome != State::Answered);
}

void TokenCreationTest::deletesItAndMakesItAgainInOneStep()
{
    m_api->setHonoursIdempotencyKeys(false);
    m_api->failNext(Verb::Create, Error(ErrorKind::Cut), Work::Done);
    const auto one = creation();
    one->start();
    QTRY_COMPARE(one->state(), State::TokenGone);
    const QString lost = one->account().id;
    one->deleteAndMakeAgain();
    QCOMPARE(one->state(), State::Deleting);
    QTRY_COMPARE(one->state(), State::Answered);
    QVERIFY(one->account().id != lost);
    QCOMPARE(m_api->accounts().size(), 1);
    QVERIFY(m_api->idempotencyKeys().at(0) != m_api->idempotencyKeys().at(1));
    QCOMPARE(m_journal->entries().size(), 1);
    QCOMPARE(m_journal->entries().constFirst().accountId, one->account().id);
}

void TokenCreationTest::staysAsItIsWhenItCannotBeDeleted_data()
{
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<Work>("work");
    QTest::addColumn<State>("outcome");
    QTest::newRow("refused") << ErrorKind::Forbidden << Work::NotDone << State::TokenGone;
    QTest::newRow("lost, and still there") << ErrorKind::Cut << Work::NotDone << State::TokenGone;
    QTest::newRow("lost, and gone") << ErrorKind::Cut << Work::Done << State::Answered;
}

void TokenCreationTest::staysAsItIsWhenItCannotBeDeleted()
{
    QFETCH(ErrorKind, kind);
    QFETCH(Work, work);
    QFETCH(State, outcome);
    m_api->setHonoursIdempotencyKeys(false);
    m_api->failNext(Verb::Create, Error(ErrorKind::Cut), Work::Done);
    const auto one = creation();
    one->start();
    QTRY_COMPARE(one->state(), State::TokenGone);
    m_api->failNext(Verb::Delete, Error(kind), work);
    one->deleteAndMakeAgain();
    QTRY_COMPARE(one->state(), outcome);
    if (outcome == State::TokenGone)
        QCOMPARE(one->error().kind, kind);
    QCOMPARE(m_api->accounts().size(), 1);
}

void TokenCreationTest::aLateAnswerIsFoundWhenTheNameIsTakenNow()
{
    m_api->setHonoursIdempotencyKeys(false);
    m_api->failNext(Verb::Create, Error(ErrorKind::TimedOut));
    const auto first = creation();
    first->start();
    QTRY_COMPARE(first->state(), State::NotMade);
    // Now the server gets to it.
    ServiceAccount late;
    late.id = QStringLiteral("late");
    late.name = QStringLiteral("ci_deploy");
    late.roles = {AccountRole(Role::Viewer)};
    late.createdBy = QStringLiteral("dana");
    late.creationDate = m_clock.now();
    m_api->put(late);
    const auto second = creation();
    second->start();
    QTRY_COMPARE(second->state(), State::TokenGone);
    QCOMPARE(second->account().id, QStringLiteral("late"));
    QCOMPARE(m_journal->entries().size(), 1);
}

void TokenCreationTest::walksOnAfterARestart_data()
{
    QTest::addColumn<Stage>("stage");
    QTest::addColumn<bool>("exists");
    QTest::addColumn<State>("outcome");
    QTest::newRow("sent, made") << Stage::Sent << true << State::TokenGone;
    QTest::newRow("sent, not made") << Stage::Sent << false << State::NotMade;
    QTest::newRow("answered, there") << Stage::Answered << true << State::TokenGone;
    QTest::newRow("answered, deleted since") << Stage::Answered << false << State::NotMade;
    QTest::newRow("not found then, there now") << Stage::NotMade << true << State::TokenGone;
    QTest::newRow("not found then, nor now") << Stage::NotMade << false << State::NotMade;
}

void TokenCreationTest::walksOnAfterARestart()
{
    QFETCH(Stage, stage);
    QFETCH(bool, exists);
    QFETCH(State, outcome);
    m_api->setHonoursIdempotencyKeys(false);
    if (exists) {
        ServiceAccount made;
        made.id = QStringLiteral("id_made");
        made.name = QStringLiteral("ci_deploy");
        made.roles = {AccountRole(Role::Viewer)};
        made.createdBy = QStringLiteral("dana");
        made.creationDate = m_clock.now();
        m_api->put(made);
    }
    JournalEntry remembered = entry(stage);
    if (stage == Stage::Answered)
        remembered.accountId = QStringLiteral("id_made");
    const auto one = resumed(remembered);
    one->start();
    QTRY_COMPARE(one->state(), outcome);
    QCOMPARE(m_api->calls(Verb::Create), 0);
    const bool isAskedAgain = outcome == State::TokenGone || stage == Stage::Sent;
    QCOMPARE(m_journal->entries().size(), isAskedAgain ? 1 : 0);
}

void TokenCreationTest::asksOnceMoreAfterARestartWithinFiveMinutes_data()
{
    QTest::addColumn<bool>("honours");
    QTest::addColumn<qint64>("age");
    QTest::addColumn<int>("creates");
    QTest::newRow("a minute ago") << true << qint64{60} << 1;
    QTest::newRow("five minutes ago") << true << qint64{300} << 0;
    QTest::newRow("in the future, by a clock that was set back") << true << qint64{-60} << 0;
    QTest::newRow("keys are not honoured") << false << qint64{60} << 0;
}

void TokenCreationTest::asksOnceMoreAfterARestartWithinFiveMinutes()
{
    QFETCH(bool, honours);
    QFETCH(qint64, age);
    QFETCH(int, creates);
    m_api->setHonoursIdempotencyKeys(false);
    JournalEntry remembered = entry(Stage::Sent);
    remembered.serverHonoursKeys = honours;
    remembered.begunAt = m_clock.now().addSecs(-age);
    m_api->failNext(Verb::Create, Error(ErrorKind::Cut));
    const auto one = resumed(remembered);
    one->start();
    QTRY_COMPARE(one->state(), State::NotMade);
    QCOMPARE(m_api->calls(Verb::Create), creates);
    if (creates > 0)
        QCOMPARE(m_api->idempotencyKeys(), QStringList{QStringLiteral("earlier click")});
}

void TokenCreationTest::wakesWhatTheJournalRemembersOfAConnection()
{
    JournalEntry here = entry(Stage::Sent);
    JournalEntry elsewhere = entry(Stage::Sent);
    elsewhere.idempotencyKey = QStringLiteral("other");
    elsewhere.connectionKey = QStringLiteral("apono");
    JournalEntry safe = entry(Stage::Stored);
    safe.idempotencyKey = QStringLiteral("safe");
    for (const JournalEntry &one : {here, elsewhere, safe})
        QVERIFY(m_journal->keep(one).ok());
    m_api->hold(Verb::Session);
    TokenCreations creations(parts());
    QSignalSpy needed(&creations, &TokenCreations::needsPerson);
    creations.resume(m_api, QStringLiteral("local"));
    creations.resume(m_api, QStringLiteral("local"));
    QCOMPARE(needed.size(), 1);
    const auto *woken = needed.constFirst().constFirst().value<TokenCreation *>();
    QCOMPARE(woken->idempotencyKey(), here.idempotencyKey);
    QVERIFY(woken->isFindingOut());
    QCOMPARE(creations.waitingElsewhere(QStringLiteral("local")), QStringList{QStringLiteral("ci_deploy")});
    QCOMPARE(m_journal->entries().size(), 2);
}

void TokenCreationTest::whatNoWindowWatchesComesBackToThePerson()
{
    m_api->hold(Verb::Create);
    TokenCreations creations(parts());
    QSignalSpy needed(&creations, &TokenCreations::needsPerson);
    TokenCreation *one = creations.start(m_api, QStringLiteral("local"), request());
    creations.letGo(one);
    m_api->release();
    QTRY_COMPARE(needed.size(), 1);
    QCOMPARE(one->state(), State::Answered);
    QVERIFY(!one->token().isEmpty());
}

QTEST_GUILESS_MAIN(TokenCreationTest)
#include "tst_tokencreation.moc"
