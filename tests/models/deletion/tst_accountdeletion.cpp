#include "models/deletion/accountdeletion.h"
#include "models/errors/errorkindname.h"
#include "tests/support/fixedclock.h"
#include "tests/support/memoryadminapi.h"
#include "tests/support/memorysavedtokens.h"
#include "tests/support/memorytokenvault.h"

#include <QTest>

using State = AccountDeletion::State;
using Verb = MemoryAdminApi::Verb;
using Work = MemoryAdminApi::Work;

class AccountDeletionTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void deletesTheAccount();
    void deletesItsCopyInTheKeychainToo();
    void saysWhenTheCopyCouldNotBeRemoved();
    void saysWhenTheIndexCannotForgetTheCopy();
    void touchesNoKeychainWithoutACopy();
    void aFailureKeepsTheAccountAndItsCopy();
    void canBeTriedAgain();
    void aLostAnswerIsResolvedByReading_data();
    void aLostAnswerIsResolvedByReading();
    void aServerThatIsLateIsWaitedFor();
    void anotherAccountsCopyOfThatNameStays();
    void deletesTheCopyWhenTheAnswerWasLost();
    void saysWhenLookingDidNotTell();
    void cancelEndsTheWaitingAtOnce();
    void cancelDoesNotWaitForTheKeychain();
    void deletesOnceForTwoClicks();

private:
    void saveCopy();

    FixedClock m_clock{QDateTime(QDate(2026, 11, 24), QTime(10, 42), Qt::UTC)};
    const VaultEntry m_entry = VaultEntry::forAccount(QStringLiteral("local"), QStringLiteral("account_001"));
    std::shared_ptr<MemoryAdminApi> m_api;
    std::unique_ptr<MemoryTokenVault> m_vault;
    std::unique_ptr<MemorySavedTokens> m_savedTokens;
    std::unique_ptr<AccountDeletion> m_deletion;
};

void AccountDeletionTest::init()
{
    m_api = std::make_shared<MemoryAdminApi>(m_clock);
    m_api->fill(1);
    m_vault = std::make_unique<MemoryTokenVault>();
    m_savedTokens = std::make_unique<MemorySavedTokens>();
    m_deletion = std::make_unique<AccountDeletion>(m_api, *m_vault, *m_savedTokens, QStringLiteral("local"),
                                                   m_api->accounts().constFirst());
}

void AccountDeletionTest::saveCopy()
{
    m_vault->put(m_entry, "token");
    QVERIFY(m_savedTokens
                ->record({QStringLiteral("local"), QStringLiteral("account_001"),
                          QStringLiteral("id_account_001"), m_clock.now()})
                .ok());
}

void AccountDeletionTest::deletesTheAccount()
{
    m_deletion->start();
    QCOMPARE(m_deletion->state(), State::Deleting);
    QTRY_COMPARE(m_deletion->state(), State::Deleted);
    QVERIFY(m_api->accounts().isEmpty());
}

void AccountDeletionTest::deletesItsCopyInTheKeychainToo()
{
    saveCopy();
    QVERIFY(m_deletion->hasKeychainCopy());
    m_deletion->start();
    QTRY_COMPARE(m_deletion->state(), State::Deleted);
    QVERIFY(m_deletion->keychainCopyRemoved());
    QVERIFY(!m_vault->has(m_entry));
    QVERIFY(!m_deletion->hasKeychainCopy());
}

void AccountDeletionTest::saysWhenTheCopyCouldNotBeRemoved()
{
    saveCopy();
    m_vault->failWith(Error(ErrorKind::KeychainLocked));
    m_deletion->start();
    QTRY_COMPARE(m_deletion->state(), State::Deleted);
    QVERIFY(!m_deletion->keychainCopyRemoved());
    QCOMPARE(m_deletion->keychainError()->kind, ErrorKind::KeychainLocked);
    // The index still knows it, so that it can be removed later.
    QVERIFY(m_deletion->hasKeychainCopy());
}

void AccountDeletionTest::saysWhenTheIndexCannotForgetTheCopy()
{
    saveCopy();
    m_savedTokens->failWith(Error(ErrorKind::FileUnwritable, QStringLiteral("The disk is full.")));
    m_deletion->start();
    QTRY_COMPARE(m_deletion->state(), State::Deleted);
    QVERIFY(m_deletion->keychainCopyRemoved());
    QVERIFY(!m_vault->has(m_entry));
    QCOMPARE(m_deletion->keychainError()->kind, ErrorKind::FileUnwritable);
}

void AccountDeletionTest::touchesNoKeychainWithoutACopy()
{
    m_vault->failWith(Error(ErrorKind::KeychainMissing));
    m_deletion->start();
    QTRY_COMPARE(m_deletion->state(), State::Deleted);
    QVERIFY(!m_deletion->keychainError());
}

void AccountDeletionTest::aFailureKeepsTheAccountAndItsCopy()
{
    saveCopy();
    m_api->failNext(Verb::Delete, Error(ErrorKind::LastAdmin));
    m_deletion->start();
    QTRY_COMPARE(m_deletion->state(), State::Ready);
    QCOMPARE(m_deletion->error()->kind, ErrorKind::LastAdmin);
    QVERIFY(m_vault->has(m_entry));
    QCOMPARE(m_api->accounts().size(), 1);
}

void AccountDeletionTest::canBeTriedAgain()
{
    m_api->failNext(Verb::Delete, Error(ErrorKind::Cut));
    m_deletion->start();
    QTRY_COMPARE(m_deletion->state(), State::Ready);
    m_deletion->start();
    QTRY_COMPARE(m_deletion->state(), State::Deleted);
    QVERIFY(!m_deletion->error());
}

void AccountDeletionTest::aLostAnswerIsResolvedByReading_data()
{
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<bool>("done");
    for (const ErrorKind kind : {ErrorKind::Cut, ErrorKind::TimedOut, ErrorKind::Unreadable,
                                 ErrorKind::TooLarge, ErrorKind::ServerFault, ErrorKind::Unavailable}) {
        QTest::addRow("%s, done", errorKindName(kind).data()) << kind << true;
        QTest::addRow("%s, not done", errorKindName(kind).data()) << kind << false;
    }
}

void AccountDeletionTest::aLostAnswerIsResolvedByReading()
{
    QFETCH(ErrorKind, kind);
    QFETCH(bool, done);
    m_api->failNext(Verb::Delete, Error(kind), done ? Work::Done : Work::NotDone);
    m_deletion->start();
    QTRY_COMPARE(m_deletion->state(), done ? State::Deleted : State::Ready);
    QVERIFY(!m_deletion->isOutcomeUnknown());
    QCOMPARE(m_deletion->stillThere().has_value(), !done);
    QCOMPARE(m_api->calls(Verb::Delete), 1);
}

void AccountDeletionTest::aServerThatIsLateIsWaitedFor()
{
    m_api->failNext(Verb::Delete, Error(ErrorKind::TimedOut));
    m_deletion->start();
    QTRY_COMPARE(m_api->calls(Verb::Read), 1);
    m_api->remove(m_deletion->account().id);
    QTRY_COMPARE(m_deletion->state(), State::Deleted);
}

void AccountDeletionTest::anotherAccountsCopyOfThatNameStays()
{
    m_vault->put(m_entry, "token");
    QVERIFY(m_savedTokens
                ->record({QStringLiteral("local"), QStringLiteral("account_001"), QStringLiteral("its twin"),
                          m_clock.now()})
                .ok());
    m_deletion->start();
    QTRY_COMPARE(m_deletion->state(), State::Deleted);
    QVERIFY(!m_deletion->keychainCopyRemoved());
    QVERIFY(m_vault->has(m_entry));
}

void AccountDeletionTest::deletesTheCopyWhenTheAnswerWasLost()
{
    saveCopy();
    m_api->failNext(Verb::Delete, Error(ErrorKind::TimedOut), Work::Done);
    m_deletion->start();
    QTRY_COMPARE(m_deletion->state(), State::Deleted);
    QVERIFY(m_deletion->keychainCopyRemoved());
    QVERIFY(!m_vault->has(m_entry));
}

void AccountDeletionTest::saysWhenLookingDidNotTell()
{
    m_api->failNext(Verb::Delete, Error(ErrorKind::Cut), Work::Done);
    m_deletion->start();
    m_api->failAlways(Error(ErrorKind::Unreachable));
    QTRY_COMPARE(m_deletion->state(), State::Ready);
    QVERIFY(m_deletion->isOutcomeUnknown());
    QCOMPARE(m_deletion->error()->kind, ErrorKind::Cut);
    m_api->failAlways({});
    m_deletion->start();
    QTRY_COMPARE(m_deletion->state(), State::Deleted);
}

void AccountDeletionTest::cancelEndsTheWaitingAtOnce()
{
    m_deletion->cancel();
    QVERIFY2(!m_deletion->error(), "nothing is waited for");
    m_api->hold(Verb::Delete);
    m_deletion->start();
    m_deletion->cancel();
    QCOMPARE(m_deletion->state(), State::Ready);
    QVERIFY(m_deletion->isOutcomeUnknown());
    QCOMPARE(m_deletion->error()->kind, ErrorKind::Cancelled);
    m_api->release();
    m_deletion->start();
    QTRY_COMPARE(m_deletion->state(), State::Deleted);
}

void AccountDeletionTest::cancelDoesNotWaitForTheKeychain()
{
    saveCopy();
    m_vault->hold();
    m_deletion->start();
    QTRY_VERIFY(!m_vault->has(m_entry));
    QCOMPARE(m_deletion->state(), State::Deleting);
    m_deletion->cancel();
    QCOMPARE(m_deletion->state(), State::Deleted);
    QCOMPARE(m_deletion->keychainError()->kind, ErrorKind::Cancelled);
    QVERIFY(m_deletion->hasKeychainCopy());
}

void AccountDeletionTest::deletesOnceForTwoClicks()
{
    m_deletion->start();
    m_deletion->start();
    QTRY_COMPARE(m_deletion->state(), State::Deleted);
    m_deletion->start();
    QCOMPARE(m_api->calls(Verb::Delete), 1);
}

QTEST_GUILESS_MAIN(AccountDeletionTest)
#include "tst_accountdeletion.moc"
