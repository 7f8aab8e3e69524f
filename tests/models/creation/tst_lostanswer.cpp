#include "tests/models/creation/creationworld.h"

using State = TokenCreation::State;
using Stage = JournalEntry::Stage;
using Verb = MemoryAdminApi::Verb;
using Work = MemoryAdminApi::Work;

/// A TokenCreation whose answer was lost, in this run or in the one before.
class LostAnswerTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_world = std::make_unique<CreationWorld>(); }
    void saysWhichOfFourIsTrueWhenTheAnswerIsLost_data();
    void saysWhichOfFourIsTrueWhenTheAnswerIsLost();
    void believesAServerThatItMadeTheAccount_data();
    void believesAServerThatItMadeTheAccount();
    void deletesItAndMakesItAgainInOneStep();
    void staysAsItIsWhenItCannotBeDeleted_data();
    void staysAsItIsWhenItCannotBeDeleted();
    void aLateAnswerIsFoundWhenTheNameIsTakenNow();
    void walksOnAfterARestart_data();
    void walksOnAfterARestart();
    void asksOnceMoreAfterARestartWithinFiveMinutes_data();
    void asksOnceMoreAfterARestartWithinFiveMinutes();

private:
    std::unique_ptr<CreationWorld> m_world;
};

void LostAnswerTest::saysWhichOfFourIsTrueWhenTheAnswerIsLost_data()
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

void LostAnswerTest::saysWhichOfFourIsTrueWhenTheAnswerIsLost()
{
    QFETCH(bool, honours);
    QFETCH(Work, work);
    QFETCH(QString, creator);
    QFETCH(State, outcome);
    QFETCH(int, entriesLeft);
    m_world->api->setHonoursIdempotencyKeys(honours);
    m_world->api->failNext(Verb::Create, Error(ErrorKind::Cut), work);
    const auto one = m_world->creation();
    one->start();
    if (const ServiceAccount *made = m_world->api->find(QStringLiteral("ci_deploy"))) {
        ServiceAccount seen = *made;
        seen.createdBy = creator;
        m_world->api->put(seen);
    }
    QTRY_COMPARE(one->state(), outcome);
    QVERIFY(!one->isFindingOut());
    QCOMPARE(m_world->journal.entries().size(), entriesLeft);
    QCOMPARE(one->token().isEmpty(), outcome != State::Answered);
}

void LostAnswerTest::believesAServerThatItMadeTheAccount_data()
{
    QTest::addColumn<QString>("creator");
    QTest::addColumn<State>("outcome");
    QTest::addColumn<ErrorKind>("error");
    QTest::newRow("by us") << QStringLiteral("dana") << State::TokenGone << Error().kind;
    QTest::newRow("under a name that is not ours")
        << QStringLiteral("kim") << State::TokenGone << Error().kind;
    QTest::newRow("and somebody deleted it") << QString() << State::NotMade << ErrorKind::AccountGone;
}

/// Its own key is so old that the server cannot tell the token once more.
void LostAnswerTest::believesAServerThatItMadeTheAccount()
{
    QFETCH(QString, creator);
    QFETCH(State, outcome);
    QFETCH(ErrorKind, error);
    if (!creator.isEmpty()) {
        m_world->putAccount(QStringLiteral("id_made"));
        ServiceAccount made = m_world->api->accounts().constFirst();
        made.createdBy = creator;
        m_world->api->put(made);
    }
    m_world->api->failNext(Verb::Create, Error(ErrorKind::ReplayExpired));
    const auto one = m_world->creation();
    one->start();
    QTRY_COMPARE(one->state(), outcome);
    QCOMPARE(one->error().kind, error);
    QCOMPARE(m_world->journal.entries().isEmpty(), outcome == State::NotMade);
}

void LostAnswerTest::deletesItAndMakesItAgainInOneStep()
{
    const auto one = m_world->creationWithoutToken();
    const QString lost = one->account().id;
    one->deleteAndMakeAgain();
    QCOMPARE(one->state(), State::Deleting);
    QTRY_COMPARE(one->state(), State::Answered);
    QVERIFY(one->account().id != lost);
    QCOMPARE(m_world->api->accounts().size(), 1);
    QVERIFY(m_world->api->idempotencyKeys().at(0) != m_world->api->idempotencyKeys().at(1));
    QCOMPARE(m_world->journal.entries().size(), 1);
    QCOMPARE(m_world->journal.entries().constFirst().accountId, one->account().id);
}

void LostAnswerTest::staysAsItIsWhenItCannotBeDeleted_data()
{
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<Work>("work");
    QTest::addColumn<State>("outcome");
    QTest::newRow("refused") << ErrorKind::Forbidden << Work::NotDone << State::TokenGone;
    QTest::newRow("lost, and still there") << ErrorKind::Cut << Work::NotDone << State::TokenGone;
    QTest::newRow("lost, and gone") << ErrorKind::Cut << Work::Done << State::Answered;
}

void LostAnswerTest::staysAsItIsWhenItCannotBeDeleted()
{
    QFETCH(ErrorKind, kind);
    QFETCH(Work, work);
    QFETCH(State, outcome);
    const auto one = m_world->creationWithoutToken();
    m_world->api->failNext(Verb::Delete, Error(kind), work);
    one->deleteAndMakeAgain();
    QTRY_COMPARE(one->state(), outcome);
    if (outcome == State::TokenGone)
        QCOMPARE(one->error().kind, kind);
    QCOMPARE(m_world->api->accounts().size(), 1);
}

void LostAnswerTest::aLateAnswerIsFoundWhenTheNameIsTakenNow()
{
    m_world->api->setHonoursIdempotencyKeys(false);
    m_world->api->failNext(Verb::Create, Error(ErrorKind::TimedOut));
    const auto first = m_world->creation();
    first->start();
    QTRY_COMPARE(first->state(), State::NotMade);
    // Now the server gets to it.
    m_world->putAccount(QStringLiteral("late"));
    NewServiceAccount wanted = CreationWorld::request();
    wanted.roles = *RoleSet::of({Role::Deployment});
    const JournalledClick click(m_world->journal, QStringLiteral("local"), wanted, m_world->clock.now());
    TokenCreation second(m_world->api, m_world->parts(), click);
    second.start();
    QTRY_COMPARE(second.state(), State::TokenGone);
    QCOMPARE(second.account().id, QStringLiteral("late"));
    QCOMPARE(m_world->journal.entries().size(), 1);
    // What is made again is what was asked for last.
    second.deleteAndMakeAgain();
    QTRY_COMPARE(second.state(), State::Answered);
    QCOMPARE(m_world->api->find(QStringLiteral("ci_deploy"))->roles, wanted.roles.asAccountRoles());
}

void LostAnswerTest::walksOnAfterARestart_data()
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

void LostAnswerTest::walksOnAfterARestart()
{
    QFETCH(Stage, stage);
    QFETCH(bool, exists);
    QFETCH(State, outcome);
    m_world->api->setHonoursIdempotencyKeys(false);
    if (exists)
        m_world->putAccount(QStringLiteral("id_made"));
    JournalEntry remembered = m_world->entry(stage);
    if (stage == Stage::Answered)
        remembered.accountId = QStringLiteral("id_made");
    const auto one = m_world->remembered(remembered);
    one->resume();
    QTRY_COMPARE(one->state(), outcome);
    QCOMPARE(m_world->api->calls(Verb::Create), 0);
    const bool isAskedAgain = outcome == State::TokenGone || stage == Stage::Sent;
    QCOMPARE(m_world->journal.entries().size(), isAskedAgain ? 1 : 0);
}

void LostAnswerTest::asksOnceMoreAfterARestartWithinFiveMinutes_data()
{
    QTest::addColumn<bool>("honours");
    QTest::addColumn<qint64>("age");
    QTest::addColumn<int>("creates");
    QTest::newRow("a minute ago") << true << qint64{60} << 1;
    QTest::newRow("five minutes ago") << true << qint64{300} << 0;
    QTest::newRow("in the future, by a clock that was set back") << true << qint64{-60} << 0;
    QTest::newRow("keys are not honoured") << false << qint64{60} << 0;
}

void LostAnswerTest::asksOnceMoreAfterARestartWithinFiveMinutes()
{
    QFETCH(bool, honours);
    QFETCH(qint64, age);
    QFETCH(int, creates);
    m_world->api->setHonoursIdempotencyKeys(false);
    JournalEntry remembered = m_world->entry(Stage::Sent);
    remembered.serverHonoursKeys = honours;
    remembered.begunAt = m_world->clock.now().addSecs(-age);
    m_world->api->failNext(Verb::Create, Error(ErrorKind::Cut));
    const auto one = m_world->remembered(remembered);
    one->resume();
    QTRY_COMPARE(one->state(), State::NotMade);
    QCOMPARE(m_world->api->calls(Verb::Create), creates);
    if (creates > 0)
        QCOMPARE(m_world->api->idempotencyKeys(), QStringList{QStringLiteral("earlier click")});
}

QTEST_GUILESS_MAIN(LostAnswerTest)
#include "tst_lostanswer.moc"
