#include "models/deletion/accountdeletion.h"
#include "tests/support/fixedclock.h"
#include "tests/support/memoryadminapi.h"
#include "tests/support/memorysavedtokens.h"
#include "tests/support/memorytokenvault.h"

#include <QTest>

using State = AccountDeletion::State;
using Verb = MemoryAdminApi::Verb;

class AccountDeletionTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void deletesTheAccount();
    void deletesItsCopyInTheKeychainToo();
    void saysWhenTheCopyCouldNotBeRemoved();
    void touchesNoKeychainWithoutACopy();
    void aFailureKeepsTheAccountAndItsCopy();
    void canBeTriedAgain();
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
                ->record({QStringLiteral("local"), QStringLiteral("account_001"), QStringLiteral("id"),
                          m_clock.now()})
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
