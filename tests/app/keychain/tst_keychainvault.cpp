#include "app/keychain/keychainvault.h"
#include "tests/app/keychain/privatesession.h"
#include "tests/app/keychain/vaultcalls.h"

#include <QTest>
#include <QTimer>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

/// For a computer that is busy with other things: no measure of speed.
constexpr int patienceMs = 30000;

SecretText text(const char *characters)
{
    return SecretText::fromUtf8(characters);
}

} // namespace

/// KeychainVault on a real GNOME Keyring.
class TestKeychainVault : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void isFoundBySecretToolUnderItsFixedAttributes();
    void readsWhatItWrote();
    void replacesAnOlderText();
    void keepsAnOlderTextWhenToldTo();
    void keepsALockedTextWithoutAskingToUnlockIt();
    void tellsThatAnEntryIsMissing();
    void refusesWhatAKeychainWouldCut_data();
    void refusesWhatAKeychainWouldCut();
    void takesTheLargestText();
    void removesAnEntry();
    void removesWhatIsNotThere();
    void keepsTheOrderOfCalls();
    void forgetsACancelledRead();
    void doesNotBeginAWriteThatWasCancelledBefore();
    void tellsALockedKeychainFromAMissingEntry();
    void doesNotCallALockedEntryRemoved();
    void keepsTheWindowAliveWhileTheKeychainIsStuck();
    void answersAReadOfAStuckKeychainAtItsDeadline();
    void savesLateWhenAStuckKeychainComesBack();
    void survivesItsOwnEndWithinAnAnswer();

private:
    QByteArray lookedUp(const VaultEntry &entry) const;

    std::unique_ptr<PrivateSession> m_session;
    std::unique_ptr<KeychainVault> m_vault;
};

void TestKeychainVault::initTestCase()
{
    m_session = std::make_unique<PrivateSession>();
    QVERIFY(m_session->isReady());
}

void TestKeychainVault::init()
{
    QVERIFY(m_session->startGnomeKeyring());
    m_vault = std::make_unique<KeychainVault>();
}

void TestKeychainVault::cleanup()
{
    m_vault.reset();
    m_session->stopService();
}

QByteArray TestKeychainVault::lookedUp(const VaultEntry &entry) const
{
    return m_session->outputOf(u"secret-tool"_s,
                               {u"lookup"_s, u"server"_s, u"apono-console"_s, u"user"_s, entry.user()});
}

void TestKeychainVault::isFoundBySecretToolUnderItsFixedAttributes()
{
    VaultWrite written(*m_vault, "first-made-up-text");
    QVERIFY(written.wait());
    QVERIFY2(written.succeeded(), qPrintable(written.failure()));

    QCOMPARE(deploy.user(), u"apono-console/local/ci_deploy"_s);
    QCOMPARE(lookedUp(deploy), QByteArray("first-made-up-text"));
}

void TestKeychainVault::readsWhatItWrote()
{
    VaultWrite written(*m_vault, "käse-made-up");
    VaultRead read(*m_vault);
    QVERIFY(read.wait());
    QVERIFY2(read.succeeded(), qPrintable(read.failure()));
    QVERIFY(read.gave("käse-made-up"));
}

void TestKeychainVault::replacesAnOlderText()
{
    for (const char *each : {"older-text", "newer-text"}) {
        VaultWrite written(*m_vault, each);
        QVERIFY(written.wait());
        QVERIFY2(written.succeeded(), qPrintable(written.failure()));
    }
    QCOMPARE(lookedUp(deploy), QByteArray("newer-text"));
}

void TestKeychainVault::keepsAnOlderTextWhenToldTo()
{
    const auto entry = VaultEntry::forAccount(u"local"_s, u"kept"_s);
    VaultWrite first(*m_vault, "older-text", TokenVault::Existing::Keep, entry);
    VaultWrite second(*m_vault, "newer-text", TokenVault::Existing::Keep, entry);
    QVERIFY(second.wait());
    QVERIFY2(first.succeeded(), qPrintable(first.failure()));
    QCOMPARE(second.errorKind(), ErrorKind::KeychainEntryExists);
    QCOMPARE(lookedUp(entry), QByteArray("older-text"));
}

void TestKeychainVault::keepsALockedTextWithoutAskingToUnlockIt()
{
    VaultWrite before(*m_vault, "behind-a-lock");
    QVERIFY(before.wait());
    QVERIFY(m_session->lockDefaultCollection());

    VaultWrite written(*m_vault, "newer-text", TokenVault::Existing::Keep);
    QVERIFY(written.wait());
    QCOMPARE(written.errorKind(), ErrorKind::KeychainEntryExists);
}

void TestKeychainVault::tellsThatAnEntryIsMissing()
{
    VaultRead read(*m_vault, 30s, VaultEntry::forAccount(u"local"_s, u"never_saved"_s));
    QVERIFY(read.wait());
    QCOMPARE(read.errorKind(), ErrorKind::KeychainEntryMissing);
}

void TestKeychainVault::refusesWhatAKeychainWouldCut_data()
{
    QTest::addColumn<QByteArray>("refused");
    QTest::newRow("a NUL") << QByteArray("ab\0cd", 5);
    QTest::newRow("more than 1.5 KB") << QByteArray(1537, 'x');
    QTest::newRow("nothing") << QByteArray();
}

void TestKeychainVault::refusesWhatAKeychainWouldCut()
{
    QFETCH(QByteArray, refused);
    const auto entry = VaultEntry::forAccount(u"local"_s, u"refused"_s);
    VaultWrite written(*m_vault, refused, TokenVault::Existing::Replace, entry);
    QVERIFY(!written.result);
    QVERIFY(written.wait());
    QCOMPARE(written.errorKind(), ErrorKind::KeychainRefused);
    QCOMPARE(lookedUp(entry), QByteArray());
}

void TestKeychainVault::takesTheLargestText()
{
    const QByteArray largest(1536, 'y');
    VaultWrite written(*m_vault, largest);
    QVERIFY(written.wait());
    QVERIFY2(written.succeeded(), qPrintable(written.failure()));
    QCOMPARE(lookedUp(deploy), largest);
}

void TestKeychainVault::removesAnEntry()
{
    VaultWrite written(*m_vault, "soon-gone");
    VaultRemoval removed(*m_vault);
    QVERIFY(removed.wait());
    QVERIFY2(written.succeeded(), qPrintable(written.failure()));
    QVERIFY2(removed.succeeded(), qPrintable(removed.failure()));
    QCOMPARE(lookedUp(deploy), QByteArray());
}

void TestKeychainVault::removesWhatIsNotThere()
{
    VaultRemoval removed(*m_vault, 30s, VaultEntry::forConnection(u"nowhere"_s));
    QVERIFY(removed.wait());
    QVERIFY2(removed.succeeded(), qPrintable(removed.failure()));
}

void TestKeychainVault::keepsTheOrderOfCalls()
{
    QStringList order;
    VaultAnswer<Done> first;
    VaultAnswer<SecretText> second;
    VaultAnswer<Done> third;
    first.call = m_vault->write(deploy, text("of-the-first"), TokenVault::Existing::Replace, &first,
                                [&](Result<Done> result) {
                                    order << u"first"_s;
                                    first.result.emplace(std::move(result));
                                });
    second.call = m_vault->read(deploy, 30s, &second, [&](Result<SecretText> result) {
        order << u"second"_s;
        second.result.emplace(std::move(result));
    });
    third.call = m_vault->write(deploy, text("of-the-third"), TokenVault::Existing::Replace, &third,
                                [&](Result<Done> result) {
                                    order << u"third"_s;
                                    third.result.emplace(std::move(result));
                                });
    QVERIFY(third.wait());
    QCOMPARE(order, (QStringList{u"first"_s, u"second"_s, u"third"_s}));
    QVERIFY(second.succeeded());
    QVERIFY(second.result->value().equals(text("of-the-first")));
    QCOMPARE(lookedUp(deploy), QByteArray("of-the-third"));
}

void TestKeychainVault::forgetsACancelledRead()
{
    VaultRead cancelled(*m_vault);
    cancelled.call.cancel();
    VaultRead next(*m_vault);
    QVERIFY(next.wait());
    QVERIFY(!cancelled.result);
}

void TestKeychainVault::doesNotBeginAWriteThatWasCancelledBefore()
{
    const auto entry = VaultEntry::forAccount(u"local"_s, u"left_alone"_s);
    m_session->freezeService();
    VaultWrite written(*m_vault, "never-begun", TokenVault::Existing::Replace, entry);
    QTest::qWait(1);
    written.call.cancel();
    m_session->thawService();

    VaultWrite next(*m_vault, "after-it");
    QVERIFY(next.wait());
    QVERIFY2(next.succeeded(), qPrintable(next.failure()));
    QVERIFY(!written.result);
    QCOMPARE(lookedUp(entry), QByteArray());
}

void TestKeychainVault::tellsALockedKeychainFromAMissingEntry()
{
    VaultWrite before(*m_vault, "behind-a-lock");
    QVERIFY(before.wait());
    QVERIFY(m_session->lockDefaultCollection());

    VaultRead saved(*m_vault);
    VaultRead neverSaved(*m_vault, 30s, VaultEntry::forAccount(u"local"_s, u"unknown"_s));
    VaultWrite written(*m_vault, "cannot-be-saved");
    QVERIFY(written.wait());
    QCOMPARE(saved.errorKind(), ErrorKind::KeychainLocked);
    QCOMPARE(neverSaved.errorKind(), ErrorKind::KeychainLocked);
    QCOMPARE(written.errorKind(), ErrorKind::KeychainLocked);
}

void TestKeychainVault::doesNotCallALockedEntryRemoved()
{
    VaultWrite before(*m_vault, "stays-behind-a-lock");
    QVERIFY(before.wait());
    QVERIFY(m_session->lockDefaultCollection());

    VaultRemoval removed(*m_vault);
    QVERIFY(removed.wait());
    QCOMPARE(removed.errorKind(), ErrorKind::KeychainLocked);
}

void TestKeychainVault::keepsTheWindowAliveWhileTheKeychainIsStuck()
{
    m_session->freezeService();
    QTimer ticking;
    int ticks = 0;
    ticking.callOnTimeout([&ticks] { ++ticks; });
    ticking.start(5ms);

    VaultRead read(*m_vault, 1s);
    QVERIFY(read.wait());
    // A loop that waited for the keychain during that second would have come to a few ticks of 200.
    QVERIFY2(ticks > 20, qPrintable(QString::number(ticks)));
}

void TestKeychainVault::answersAReadOfAStuckKeychainAtItsDeadline()
{
    m_session->freezeService();
    VaultRead read(*m_vault, 200ms);
    VaultRemoval removed(*m_vault, 300ms);
    QVERIFY(removed.wait());
    QCOMPARE(read.errorKind(), ErrorKind::KeychainSilent);
    QCOMPARE(removed.errorKind(), ErrorKind::KeychainSilent);

    // The late answer goes nowhere, and the next call is served.
    m_session->thawService();
    VaultWrite next(*m_vault, "after-the-pause");
    QVERIFY(next.wait());
    QVERIFY2(next.succeeded(), qPrintable(next.failure()));
    QCOMPARE(read.errorKind(), ErrorKind::KeychainSilent);
}

void TestKeychainVault::savesLateWhenAStuckKeychainComesBack()
{
    m_session->freezeService();
    VaultWrite written(*m_vault, "saved-late");
    VaultRead read(*m_vault, 500ms);
    QVERIFY(read.wait());
    QVERIFY(!written.result);

    m_session->thawService();
    QVERIFY(written.wait());
    QVERIFY2(written.succeeded(), qPrintable(written.failure()));
    QCOMPARE(lookedUp(deploy), QByteArray("saved-late"));
}

void TestKeychainVault::survivesItsOwnEndWithinAnAnswer()
{
    bool answered = false;
    QObject context;
    const Call call = m_vault->write(deploy, text("last-words"), TokenVault::Existing::Replace, &context,
                                     [&](Result<Done>) {
                                         answered = true;
                                         m_vault.reset();
                                     });
    QTRY_VERIFY_WITH_TIMEOUT(answered, patienceMs);
    QVERIFY(!m_vault);
}

QTEST_GUILESS_MAIN(TestKeychainVault)
#include "tst_keychainvault.moc"
