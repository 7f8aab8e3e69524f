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

/// KeychainVault on a Secret Service that does not do what it says.
class TestLyingKeychain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();

    void believesAnHonestOne();
    void doesNotCallSavedWhatIsNotEqual_data();
    void doesNotCallSavedWhatIsNotEqual();
    void doesNotCallRemovedWhatIsStillThere();
    void saysLockedWhenThePromptIsClosed();
    void finishesAWriteThatIsCancelledOnItsWay();
    // The last one: its job holds QtKeychain's queue until the process ends.
    void saysLockedWhileThePromptIsOpen();

private:
    bool start(const QString &mode);

    std::unique_ptr<PrivateSession> m_session;
    std::unique_ptr<KeychainVault> m_vault;
};

void TestLyingKeychain::initTestCase()
{
    m_session = std::make_unique<PrivateSession>();
    QVERIFY(m_session->isReady());
}

void TestLyingKeychain::cleanup()
{
    m_vault.reset();
    m_session->stopService();
}

bool TestLyingKeychain::start(const QString &mode)
{
    m_vault = std::make_unique<KeychainVault>();
    return m_session->startService(QStringLiteral(SYSTEM_PYTHON),
                                   {QStringLiteral(LYING_SECRET_SERVICE), mode},
                                   u"org.freedesktop.secrets"_s);
}

void TestLyingKeychain::believesAnHonestOne()
{
    QVERIFY(start(u"honest"_s));
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
    QVERIFY2(removed.succeeded(), qPrintable(removed.failure()));
    QCOMPARE(readAgain.errorKind(), ErrorKind::KeychainEntryMissing);
}

void TestLyingKeychain::doesNotCallSavedWhatIsNotEqual_data()
{
    QTest::addColumn<QString>("mode");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("gives back another text") << u"changes"_s << ErrorKind::KeychainMismatch;
    QTest::newRow("loses the entry") << u"loses"_s << ErrorKind::KeychainMismatch;
    QTest::newRow("says no") << u"refuses"_s << ErrorKind::KeychainRefused;
}

void TestLyingKeychain::doesNotCallSavedWhatIsNotEqual()
{
    QFETCH(QString, mode);
    QVERIFY(start(mode));
    VaultAnswer<Done> written;
    written.call = m_vault->write(deploy, SecretText::fromUtf8("made-up"), TokenVault::Existing::Replace,
                                  &written, written.then());
    QTRY_VERIFY_WITH_TIMEOUT(written.result, patienceMs);
    QTEST(written.errorKind(), "kind");
    QVERIFY(!written.result->error().details().contains(u"made-up"_s));
}

void TestLyingKeychain::doesNotCallRemovedWhatIsStillThere()
{
    QVERIFY(start(u"keeps"_s));
    VaultAnswer<Done> written;
    written.call = m_vault->write(deploy, SecretText::fromUtf8("made-up"), TokenVault::Existing::Replace,
                                  &written, written.then());
    VaultAnswer<Done> removed;
    removed.call = m_vault->remove(deploy, 30s, &removed, removed.then());
    QTRY_VERIFY_WITH_TIMEOUT(removed.result, patienceMs);
    QVERIFY2(written.succeeded(), qPrintable(written.failure()));
    QCOMPARE(removed.errorKind(), ErrorKind::KeychainRefused);
}

void TestLyingKeychain::saysLockedWhenThePromptIsClosed()
{
    QVERIFY(start(u"dismissed"_s));
    VaultAnswer<SecretText> read;
    read.call = m_vault->read(deploy, 30s, &read, read.then());
    VaultAnswer<Done> written;
    written.call = m_vault->write(deploy, SecretText::fromUtf8("made-up"), TokenVault::Existing::Replace,
                                  &written, written.then());
    VaultAnswer<Done> removed;
    removed.call = m_vault->remove(deploy, 30s, &removed, removed.then());
    QTRY_VERIFY_WITH_TIMEOUT(removed.result, patienceMs);
    QCOMPARE(read.errorKind(), ErrorKind::KeychainLocked);
    QCOMPARE(written.errorKind(), ErrorKind::KeychainLocked);
    QCOMPARE(removed.errorKind(), ErrorKind::KeychainLocked);
}

void TestLyingKeychain::finishesAWriteThatIsCancelledOnItsWay()
{
    QVERIFY(start(u"slow"_s));
    VaultAnswer<Done> written;
    written.call = m_vault->write(deploy, SecretText::fromUtf8("on-its-way"), TokenVault::Existing::Replace,
                                  &written, written.then());
    const QStringList lookup{u"lookup"_s, u"user"_s, deploy.user()};
    QTRY_COMPARE_WITH_TIMEOUT(m_session->outputOf(u"secret-tool"_s, lookup), QByteArray("on-its-way"),
                              patienceMs);
    QVERIFY(!written.result);
    written.call.cancel();

    VaultAnswer<SecretText> read;
    read.call = m_vault->read(deploy, 30s, &read, read.then());
    QTRY_VERIFY_WITH_TIMEOUT(read.result, patienceMs);
    QVERIFY2(read.succeeded(), qPrintable(read.failure()));
    QVERIFY(read.result->value().equals(SecretText::fromUtf8("on-its-way")));
    QVERIFY(!written.result);
}

void TestLyingKeychain::saysLockedWhileThePromptIsOpen()
{
    QVERIFY(start(u"locked"_s));
    VaultAnswer<SecretText> read;
    read.call = m_vault->read(deploy, 1s, &read, read.then());
    QTRY_VERIFY_WITH_TIMEOUT(read.result, patienceMs);
    QCOMPARE(read.errorKind(), ErrorKind::KeychainLocked);
}

QTEST_GUILESS_MAIN(TestLyingKeychain)
#include "tst_lyingkeychain.moc"
