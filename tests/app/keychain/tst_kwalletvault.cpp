#include "app/keychain/keychainvault.h"
#include "tests/app/keychain/privatesession.h"
#include "tests/app/keychain/vaultcalls.h"

#include <QTest>

using namespace Qt::StringLiterals;

/// KeychainVault on Plasma 5: QtKeychain reports a write that KWallet refused as a success.
class TestKWalletVault : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();

    void writesReadsAndRemoves();
    void keepsAnEntryWhenToldTo();
    void doesNotCallSavedWhatKWalletDidNotWrite();
    void passesOnThatAccessWasDenied();

private:
    bool start(const QString &mode);

    std::unique_ptr<PrivateSession> m_session;
    std::unique_ptr<KeychainVault> m_vault;
};

void TestKWalletVault::initTestCase()
{
    qputenv("XDG_CURRENT_DESKTOP", "KDE");
    qputenv("KDE_SESSION_VERSION", "5");
    m_session = std::make_unique<PrivateSession>();
    QVERIFY(m_session->isReady());
}

void TestKWalletVault::cleanup()
{
    m_vault.reset();
    m_session->stopService();
}

bool TestKWalletVault::start(const QString &mode)
{
    m_vault = std::make_unique<KeychainVault>();
    return m_session->startService(QStringLiteral(SYSTEM_PYTHON), {QStringLiteral(LYING_KWALLET), mode},
                                   u"org.kde.kwalletd5"_s);
}

void TestKWalletVault::writesReadsAndRemoves()
{
    QVERIFY(start(u"honest"_s));
    QCOMPARE(m_vault->name(), u"KWallet"_s);
    VaultWrite written(*m_vault, "made-up");
    VaultRead read(*m_vault);
    VaultRemoval removed(*m_vault);
    VaultRead readAgain(*m_vault);
    QVERIFY(readAgain.wait());
    QVERIFY2(written.succeeded(), qPrintable(written.failure()));
    QVERIFY2(read.succeeded(), qPrintable(read.failure()));
    QVERIFY(read.gave("made-up"));
    QVERIFY2(removed.succeeded(), qPrintable(removed.failure()));
    QCOMPARE(readAgain.errorKind(), ErrorKind::KeychainEntryMissing);
}

void TestKWalletVault::keepsAnEntryWhenToldTo()
{
    QVERIFY(start(u"honest"_s));
    VaultWrite first(*m_vault, "older", TokenVault::Existing::Keep);
    VaultWrite second(*m_vault, "newer", TokenVault::Existing::Keep);
    VaultRead read(*m_vault);
    QVERIFY(read.wait());
    QVERIFY2(first.succeeded(), qPrintable(first.failure()));
    QCOMPARE(second.errorKind(), ErrorKind::KeychainEntryExists);
    QVERIFY(read.gave("older"));
}

void TestKWalletVault::doesNotCallSavedWhatKWalletDidNotWrite()
{
    QVERIFY(start(u"fails"_s));
    VaultWrite written(*m_vault, "made-up");
    QVERIFY(written.wait());
    QCOMPARE(written.errorKind(), ErrorKind::KeychainMismatch);
}

void TestKWalletVault::passesOnThatAccessWasDenied()
{
    QVERIFY(start(u"denies"_s));
    VaultRead read(*m_vault);
    QVERIFY(read.wait());
    QCOMPARE(read.errorKind(), ErrorKind::KeychainRefused);
}

QTEST_GUILESS_MAIN(TestKWalletVault)
#include "tst_kwalletvault.moc"
