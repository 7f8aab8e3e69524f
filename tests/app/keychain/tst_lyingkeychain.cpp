#include "app/keychain/keychainvault.h"
#include "tests/app/keychain/privatesession.h"
#include "tests/app/keychain/vaultcalls.h"

#include <QTest>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

/// For a computer that is busy with other things: no measure of speed.
constexpr int patienceMs = 30000;

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
    VaultWrite written(*m_vault, "made-up");
    VaultRead read(*m_vault);
    VaultRemoval removed(*m_vault);
    VaultRead readAgain(*m_vault);
    QVERIFY(readAgain.wait());
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
    VaultWrite written(*m_vault, "made-up");
    QVERIFY(written.wait());
    QTEST(written.errorKind(), "kind");
    QVERIFY(!written.result->error().details().contains(u"made-up"_s));
}

void TestLyingKeychain::doesNotCallRemovedWhatIsStillThere()
{
    QVERIFY(start(u"keeps"_s));
    VaultWrite written(*m_vault, "made-up");
    VaultRemoval removed(*m_vault);
    QVERIFY(removed.wait());
    QVERIFY2(written.succeeded(), qPrintable(written.failure()));
    QCOMPARE(removed.errorKind(), ErrorKind::KeychainRefused);
}

void TestLyingKeychain::saysLockedWhenThePromptIsClosed()
{
    QVERIFY(start(u"dismissed"_s));
    VaultRead read(*m_vault);
    VaultWrite written(*m_vault, "made-up");
    VaultRemoval removed(*m_vault);
    QVERIFY(removed.wait());
    QCOMPARE(read.errorKind(), ErrorKind::KeychainLocked);
    QCOMPARE(written.errorKind(), ErrorKind::KeychainLocked);
    QCOMPARE(removed.errorKind(), ErrorKind::KeychainLocked);
}

void TestLyingKeychain::finishesAWriteThatIsCancelledOnItsWay()
{
    QVERIFY(start(u"slow"_s));
    VaultWrite written(*m_vault, "on-its-way");
    const QStringList lookup{u"lookup"_s, u"user"_s, deploy.user()};
    QTRY_COMPARE_WITH_TIMEOUT(m_session->outputOf(u"secret-tool"_s, lookup), QByteArray("on-its-way"),
                              patienceMs);
    QVERIFY(!written.result);
    written.call.cancel();

    VaultRead read(*m_vault);
    QVERIFY(read.wait());
    QVERIFY2(read.succeeded(), qPrintable(read.failure()));
    QVERIFY(read.gave("on-its-way"));
    QVERIFY(!written.result);
}

void TestLyingKeychain::saysLockedWhileThePromptIsOpen()
{
    QVERIFY(start(u"locked"_s));
    VaultRead read(*m_vault, 1s);
    QVERIFY(read.wait());
    QCOMPARE(read.errorKind(), ErrorKind::KeychainLocked);
}

QTEST_GUILESS_MAIN(TestLyingKeychain)
#include "tst_lyingkeychain.moc"
