#include "tests/models/creation/creationworld.h"

#include <QSignalSpy>

using State = TokenCreation::State;
using Stage = JournalEntry::Stage;

/// The run before ended between "Save to Keychain" and what the index and the journal keep of it.
class LostSaveTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void theKeychainIsAskedWhetherItHasTheToken_data();
    void theKeychainIsAskedWhetherItHasTheToken();
    void aKeychainThatDoesNotTellIsAskedAgain_data();
    void aKeychainThatDoesNotTellIsAskedAgain();
    void withoutASaveNoKeychainIsAsked();
    void theSaveIsWrittenDownBeforeTheKeychainHasTheToken();
    void nobodyIsToldOfATokenThatArrived();
    void thePersonIsToldOfATokenThatDidNot();

private:
    /// As the journal has it when the program ends while the token is on its way.
    JournalEntry saving() const;
    void putIntoKeychain(const QByteArray &text);
    bool isInTheIndex() const;

    std::unique_ptr<CreationWorld> m_world;
};

void LostSaveTest::init()
{
    m_world = std::make_unique<CreationWorld>();
    m_world->putAccount(QStringLiteral("id_made"), QStringLiteral("apn_••••wxyz"));
}

JournalEntry LostSaveTest::saving() const
{
    JournalEntry entry = m_world->entry(Stage::Answered);
    entry.accountId = QStringLiteral("id_made");
    entry.savingBegun = true;
    return entry;
}

void LostSaveTest::putIntoKeychain(const QByteArray &text)
{
    m_world->vault.put(VaultEntry::forAccount(QStringLiteral("local"), QStringLiteral("ci_deploy")), text);
}

bool LostSaveTest::isInTheIndex() const
{
    return m_world->savedTokens.holds(QStringLiteral("local"), QStringLiteral("ci_deploy"),
                                      QStringLiteral("id_made"));
}

void LostSaveTest::theKeychainIsAskedWhetherItHasTheToken_data()
{
    QTest::addColumn<QByteArray>("entry");
    QTest::addColumn<State>("outcome");
    QTest::newRow("it arrived") << QByteArray("apn_0123wxyz") << State::Stored;
    QTest::newRow("it did not arrive") << QByteArray() << State::TokenGone;
    QTest::newRow("that of an account that had the name before")
        << QByteArray("apn_0123abcd") << State::TokenGone;
}

void LostSaveTest::theKeychainIsAskedWhetherItHasTheToken()
{
    QFETCH(QByteArray, entry);
    QFETCH(State, outcome);
    if (!entry.isEmpty())
        putIntoKeychain(entry);
    const auto one = m_world->remembered(saving());
    one->resume();
    QTRY_COMPARE(one->state(), outcome);
    QVERIFY(!one->mayBeInKeychain());
    QCOMPARE(isInTheIndex(), outcome == State::Stored);
    QCOMPARE(m_world->journal.entries().constFirst().stage,
             outcome == State::Stored ? Stage::Stored : Stage::Answered);
}

void LostSaveTest::aKeychainThatDoesNotTellIsAskedAgain_data()
{
    QTest::addColumn<QString>("maskedToken");
    QTest::addColumn<std::optional<Error>>("failure");
    QTest::addColumn<ErrorKind>("reason");
    for (const ErrorKind kind :
         {ErrorKind::KeychainLocked, ErrorKind::KeychainSilent, ErrorKind::KeychainMissing})
        QTest::addRow("it fails, %d", static_cast<int>(kind))
            << QStringLiteral("apn_••••wxyz") << std::optional(Error(kind)) << kind;
    QTest::newRow("the server shows no part of the token")
        << QString() << std::optional<Error>() << ErrorKind::KeychainEntryExists;
}

void LostSaveTest::aKeychainThatDoesNotTellIsAskedAgain()
{
    QFETCH(QString, maskedToken);
    QFETCH(std::optional<Error>, failure);
    QFETCH(ErrorKind, reason);
    m_world->putAccount(QStringLiteral("id_made"), maskedToken);
    putIntoKeychain("apn_0123wxyz");
    m_world->vault.failWith(failure);
    const auto one = m_world->remembered(saving());
    one->resume();
    QTRY_COMPARE(one->state(), State::TokenGone);
    QVERIFY(one->mayBeInKeychain());
    QCOMPARE(one->error().kind, reason);

    m_world->vault.failWith(std::nullopt);
    m_world->putAccount(QStringLiteral("id_made"), QStringLiteral("apn_••••wxyz"));
    one->lookAgain();
    QVERIFY(one->isFindingOut());
    QTRY_COMPARE(one->state(), State::Stored);
    QVERIFY(isInTheIndex());
}

void LostSaveTest::withoutASaveNoKeychainIsAsked()
{
    putIntoKeychain("apn_0123wxyz");
    JournalEntry entry = saving();
    entry.savingBegun = false;
    const auto one = m_world->remembered(entry);
    one->resume();
    QTRY_COMPARE(one->state(), State::TokenGone);
    QVERIFY(!isInTheIndex());
}

void LostSaveTest::theSaveIsWrittenDownBeforeTheKeychainHasTheToken()
{
    m_world->api->remove(QStringLiteral("id_made"));
    const auto one = m_world->creation();
    one->start();
    QTRY_COMPARE(one->state(), State::Answered);
    QVERIFY(!m_world->journal.entries().constFirst().savingBegun);
    m_world->vault.hold();
    one->saveToKeychain();
    QVERIFY(m_world->journal.entries().constFirst().savingBegun);
    QCOMPARE(m_world->journal.entries().constFirst().stage, Stage::Answered);
}

void LostSaveTest::nobodyIsToldOfATokenThatArrived()
{
    putIntoKeychain("apn_0123wxyz");
    QVERIFY(m_world->journal.keep(saving()).ok());
    TokenCreations creations(m_world->parts());
    const QSignalSpy needed(&creations, &TokenCreations::needsPerson);
    creations.resume(m_world->api, QStringLiteral("local"));
    QTRY_VERIFY(m_world->journal.entries().isEmpty());
    QVERIFY(needed.isEmpty());
    QVERIFY(isInTheIndex());
}

void LostSaveTest::thePersonIsToldOfATokenThatDidNot()
{
    QVERIFY(m_world->journal.keep(saving()).ok());
    TokenCreations creations(m_world->parts());
    const QSignalSpy needed(&creations, &TokenCreations::needsPerson);
    creations.resume(m_world->api, QStringLiteral("local"));
    QTRY_COMPARE(needed.size(), 1);
    QCOMPARE(m_world->journal.entries().size(), 1);
}

QTEST_GUILESS_MAIN(LostSaveTest)
#include "tst_lostsave.moc"
