#include "models/creation/tokencreation.h"
#include "models/creation/tokencreations.h"
#include "tests/support/fixedclock.h"
#include "tests/support/memoryadminapi.h"
#include "tests/support/memorysavedtokens.h"
#include "tests/support/memorytokenvault.h"

#include <QPointer>
#include <QSignalSpy>
#include <QTest>

using State = TokenCreation::State;
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
    void aRepeatThatDoesNotGetThroughLeavesItUnknown();
    void theServersWordOnARepeatCounts();
    void everyClickHasItsOwnKey();
    void isKeptOnceCopiedOrSaved();
    void wipesTheTokenWhenConfirmed();
    void aSaveUnderWayRunsToItsEndAfterDone();
    void theOwnerKeepsItUntilItIsFinished();
    void knowsAnUnfinishedCreation();

private:
    NewServiceAccount request(const QString &name = QStringLiteral("ci_deploy")) const;
    std::unique_ptr<TokenCreation> creation();

    FixedClock m_clock{QDateTime(QDate(2026, 11, 24), QTime(10, 42), Qt::UTC)};
    std::shared_ptr<MemoryAdminApi> m_api;
    std::unique_ptr<MemoryTokenVault> m_vault;
    std::unique_ptr<MemorySavedTokens> m_savedTokens;
};

void TokenCreationTest::init()
{
    m_api = std::make_shared<MemoryAdminApi>(m_clock);
    m_vault = std::make_unique<MemoryTokenVault>();
    m_savedTokens = std::make_unique<MemorySavedTokens>();
}

NewServiceAccount TokenCreationTest::request(const QString &name) const
{
    return {*ServiceAccountName::fromText(name), {}, Expiration::unlimited(), *RoleSet::of({Role::Viewer})};
}

std::unique_ptr<TokenCreation> TokenCreationTest::creation()
{
    return std::make_unique<TokenCreation>(m_api, *m_vault, *m_savedTokens, m_clock, QStringLiteral("local"),
                                           request());
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
    QTRY_COMPARE(one->state(), State::Unknown);
    QCOMPARE(m_api->calls(Verb::Create), 3);
    QCOMPARE(one->error().kind, ErrorKind::Cut);
}

void TokenCreationTest::neverAsksAgainWhereKeysAreNotHonoured()
{
    m_api->setHonoursIdempotencyKeys(false);
    m_api->failNext(Verb::Create, Error(ErrorKind::TimedOut), Work::Done);
    const auto one = creation();
    QSignalSpy finished(one.get(), &TokenCreation::finished);
    one->start();
    QVERIFY(finished.wait());
    QCOMPARE(one->state(), State::Unknown);
    QCOMPARE(m_api->calls(Verb::Create), 1);
}

void TokenCreationTest::aRepeatThatDoesNotGetThroughLeavesItUnknown()
{
    m_api->failNext(Verb::Create, Error(ErrorKind::Cut), Work::Done);
    m_api->failNext(Verb::Create, Error(ErrorKind::Unreachable));
    m_api->failNext(Verb::Create, Error(ErrorKind::Unreachable));
    const auto one = creation();
    one->start();
    QTRY_COMPARE(one->state(), State::Unknown);
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
    TokenCreations creations(*m_vault, *m_savedTokens, m_clock);
    const QPointer<TokenCreation> one = creations.start(m_api, QStringLiteral("local"), request());
    QTRY_COMPARE(one->state(), State::Answered);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QVERIFY(one);
    one->confirm();
    QTRY_VERIFY(!one);
}

void TokenCreationTest::knowsAnUnfinishedCreation()
{
    TokenCreations creations(*m_vault, *m_savedTokens, m_clock);
    QVERIFY(!creations.unfinished());
    TokenCreation *one = creations.start(m_api, QStringLiteral("local"), request());
    QCOMPARE(creations.unfinished(), one);
    QTRY_COMPARE(one->state(), State::Answered);
    QCOMPARE(creations.unfinished(), one);
    one->markCopied();
    QVERIFY(!creations.unfinished());
}

QTEST_GUILESS_MAIN(TokenCreationTest)
#include "tst_tokencreation.moc"
