#include "app/keychain/keychainvault.h"
#include "tests/app/keychain/privatesession.h"
#include "tests/app/keychain/vaultanswer.h"

#include <QTest>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

/// For a computer that is busy with other things: no measure of speed.
constexpr int patienceMs = 30000;

const VaultEntry deploy = VaultEntry::forAccount(u"local"_s, u"ci_deploy"_s);

} // namespace

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
    VaultAnswer<Done> written;
    written.call = m_vault->write(deploy, SecretText::fromUtf8("made-up"), TokenVault::Existing::Replace,
                                  &written, written.then());
    VaultAnswer<SecretText> read;
    read.call = m_vault->read(deploy, 30s, &read, read.then());
    VaultAnswer<Done> removed;
    removed.call = m_vault->remove(deploy, 30s, &removed, removed.then());
    VaultAnswer<SecretText> readAgain;
    readAgain.call = m_vault->read(deploy, 30s, &readAgain, readAgain.then());
    QTRY_VERIFY_WITH_TIMEOUT(readAgain.result, patienceMs);
    QVERIFY2(written.succeeded(), qPrintable(written.failure()));
    QVERIFY2(read.succeeded(), qPrintable(read.failure()));
    QVERIFY(read.result->value().equals(SecretText::fromUtf8("made-up")));
    QVERIFY2(removed.succeeded(), qPrintable(removed.failure()));
    QCOMPARE(readAgain.errorKind(), ErrorKind::KeychainEntryMissing);
}

void TestKWalletVault::keepsAnEntryWhenToldTo()
{
    QVERIFY(start(u"honest"_s));
    VaultAnswer<Done> first;
    first.call = m_vault->write(deploy, SecretText::fromUtf8("older"), TokenVault::Existing::Keep, &first,
                                first.then());
    VaultAnswer<Done> second;
    second.call = m_vault->write(deploy, SecretText::fromUtf8("newer"), TokenVault::Existing::Keep, &second,
                                 second.then());
    VaultAnswer<SecretText> read;
    read.call = m_vault->read(deploy, 30s, &read, read.then());
    QTRY_VERIFY_WITH_TIMEOUT(read.result, patienceMs);
    QVERIFY2(first.succeeded(), qPrintable(first.failure()));
    QCOMPARE(second.errorKind(), ErrorKind::KeychainEntryExists);
    QVERIFY(read.succeeded() && read.result->value().equals(SecretText::fromUtf8("older")));
}

void TestKWalletVault::doesNotCallSavedWhatKWalletDidNotWrite()
{
    QVERIFY(start(u"fails"_s));
    VaultAnswer<Done> written;
    written.call = m_vault->write(deploy, SecretText::fromUtf8("made-up"), TokenVault::Existing::Replace,
                                  &written, written.then());
    QTRY_VERIFY_WITH_TIMEOUT(written.result, patienceMs);
    QCOMPARE(written.errorKind(), ErrorKind::KeychainMismatch);
}

void TestKWalletVault::passesOnThatAccessWasDenied()
{
    QVERIFY(start(u"denies"_s));
    VaultAnswer<SecretText> read;
    read.call = m_vault->read(deploy, 30s, &read, read.then());
    QTRY_VERIFY_WITH_TIMEOUT(read.result, patienceMs);
    QCOMPARE(read.errorKind(), ErrorKind::KeychainRefused);
}

QTEST_GUILESS_MAIN(TestKWalletVault)
#include "tst_kwalletvault.moc"
