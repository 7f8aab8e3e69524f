#include "app/keychain/keychainvault.h"
#include "tests/app/keychain/privatesession.h"
#include "tests/app/keychain/vaultanswer.h"

#include <QTest>
#include <QTimer>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

/// For a computer that is busy with other things: no measure of speed.
constexpr int patienceMs = 30000;

const VaultEntry deploy = VaultEntry::forAccount(u"local"_s, u"ci_deploy"_s);

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
    VaultAnswer<Done> written;
    written.call = m_vault->write(deploy, text("first-made-up-text"), TokenVault::Existing::Replace, &written,
                                  written.then());
    QTRY_VERIFY_WITH_TIMEOUT(written.result, patienceMs);
    QVERIFY2(written.succeeded(), qPrintable(written.failure()));

    QCOMPARE(deploy.user(), u"apono-console/local/ci_deploy"_s);
    QCOMPARE(lookedUp(deploy), QByteArray("first-made-up-text"));
}

void TestKeychainVault::readsWhatItWrote()
{
    VaultAnswer<Done> written;
    written.call =
        m_vault->write(deploy, text("käse-made-up"), TokenVault::Existing::Replace, &written, written.then());
    VaultAnswer<SecretText> read;
    read.call = m_vault->read(deploy, 30s, &read, read.then());
    QTRY_VERIFY_WITH_TIMEOUT(read.result, patienceMs);
    QVERIFY2(read.succeeded(), qPrintable(read.failure()));
    QVERIFY(read.result->value().equals(text("käse-made-up")));
}

void TestKeychainVault::replacesAnOlderText()
{
    for (const char *each : {"older-text", "newer-text"}) {
        VaultAnswer<Done> written;
        written.call =
            m_vault->write(deploy, text(each), TokenVault::Existing::Replace, &written, written.then());
        QTRY_VERIFY_WITH_TIMEOUT(written.result, patienceMs);
        QVERIFY2(written.succeeded(), qPrintable(written.failure()));
    }
    QCOMPARE(lookedUp(deploy), QByteArray("newer-text"));
}

void TestKeychainVault::keepsAnOlderTextWhenToldTo()
{
    const auto entry = VaultEntry::forAccount(u"local"_s, u"kept"_s);
    VaultAnswer<Done> first;
    first.call = m_vault->write(entry, text("older-text"), TokenVault::Existing::Keep, &first, first.then());
    VaultAnswer<Done> second;
    second.call =
        m_vault->write(entry, text("newer-text"), TokenVault::Existing::Keep, &second, second.then());
    QTRY_VERIFY_WITH_TIMEOUT(second.result, patienceMs);
    QVERIFY2(first.succeeded(), qPrintable(first.failure()));
    QCOMPARE(second.errorKind(), ErrorKind::KeychainEntryExists);
    QCOMPARE(lookedUp(entry), QByteArray("older-text"));
}

void TestKeychainVault::keepsALockedTextWithoutAskingToUnlockIt()
{
    VaultAnswer<Done> before;
    before.call =
        m_vault->write(deploy, text("behind-a-lock"), TokenVault::Existing::Replace, &before, before.then());
    QTRY_VERIFY_WITH_TIMEOUT(before.result, patienceMs);
    QVERIFY(m_session->lockDefaultCollection());

    VaultAnswer<Done> written;
    written.call =
        m_vault->write(deploy, text("newer-text"), TokenVault::Existing::Keep, &written, written.then());
    QTRY_VERIFY_WITH_TIMEOUT(written.result, patienceMs);
    QCOMPARE(written.errorKind(), ErrorKind::KeychainEntryExists);
}

void TestKeychainVault::tellsThatAnEntryIsMissing()
{
    VaultAnswer<SecretText> read;
    read.call = m_vault->read(VaultEntry::forAccount(u"local"_s, u"never_saved"_s), 30s, &read, read.then());
    QTRY_VERIFY_WITH_TIMEOUT(read.result, patienceMs);
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
    VaultAnswer<Done> written;
    written.call = m_vault->write(entry, SecretText::fromUtf8(refused), TokenVault::Existing::Replace,
                                  &written, written.then());
    QVERIFY(!written.result);
    QTRY_VERIFY_WITH_TIMEOUT(written.result, patienceMs);
    QCOMPARE(written.errorKind(), ErrorKind::KeychainRefused);
    QCOMPARE(lookedUp(entry), QByteArray());
}

void TestKeychainVault::takesTheLargestText()
{
    const QByteArray largest(1536, 'y');
    VaultAnswer<Done> written;
    written.call = m_vault->write(deploy, SecretText::fromUtf8(largest), TokenVault::Existing::Replace,
                                  &written, written.then());
    QTRY_VERIFY_WITH_TIMEOUT(written.result, patienceMs);
    QVERIFY2(written.succeeded(), qPrintable(written.failure()));
    QCOMPARE(lookedUp(deploy), largest);
}

void TestKeychainVault::removesAnEntry()
{
    VaultAnswer<Done> written;
    written.call =
        m_vault->write(deploy, text("soon-gone"), TokenVault::Existing::Replace, &written, written.then());
    VaultAnswer<Done> removed;
    removed.call = m_vault->remove(deploy, 30s, &removed, removed.then());
    QTRY_VERIFY_WITH_TIMEOUT(removed.result, patienceMs);
    QVERIFY2(written.succeeded(), qPrintable(written.failure()));
    QVERIFY2(removed.succeeded(), qPrintable(removed.failure()));
    QCOMPARE(lookedUp(deploy), QByteArray());
}

void TestKeychainVault::removesWhatIsNotThere()
{
    VaultAnswer<Done> removed;
    removed.call = m_vault->remove(VaultEntry::forConnection(u"nowhere"_s), 30s, &removed, removed.then());
    QTRY_VERIFY_WITH_TIMEOUT(removed.result, patienceMs);
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
    QTRY_VERIFY_WITH_TIMEOUT(third.result, patienceMs);
    QCOMPARE(order, (QStringList{u"first"_s, u"second"_s, u"third"_s}));
    QVERIFY(second.succeeded());
    QVERIFY(second.result->value().equals(text("of-the-first")));
    QCOMPARE(lookedUp(deploy), QByteArray("of-the-third"));
}

void TestKeychainVault::forgetsACancelledRead()
{
    VaultAnswer<SecretText> cancelled;
    cancelled.call = m_vault->read(deploy, 30s, &cancelled, cancelled.then());
    cancelled.call.cancel();
    VaultAnswer<SecretText> next;
    next.call = m_vault->read(deploy, 30s, &next, next.then());
    QTRY_VERIFY_WITH_TIMEOUT(next.result, patienceMs);
    QVERIFY(!cancelled.result);
}

void TestKeychainVault::doesNotBeginAWriteThatWasCancelledBefore()
{
    const auto entry = VaultEntry::forAccount(u"local"_s, u"left_alone"_s);
    m_session->freezeService();
    VaultAnswer<Done> written;
    written.call =
        m_vault->write(entry, text("never-begun"), TokenVault::Existing::Replace, &written, written.then());
    QTest::qWait(1);
    written.call.cancel();
    m_session->thawService();

    VaultAnswer<Done> next;
    next.call = m_vault->write(deploy, text("after-it"), TokenVault::Existing::Replace, &next, next.then());
    QTRY_VERIFY_WITH_TIMEOUT(next.result, patienceMs);
    QVERIFY2(next.succeeded(), qPrintable(next.failure()));
    QVERIFY(!written.result);
    QCOMPARE(lookedUp(entry), QByteArray());
}

void TestKeychainVault::tellsALockedKeychainFromAMissingEntry()
{
    VaultAnswer<Done> before;
    before.call =
        m_vault->write(deploy, text("behind-a-lock"), TokenVault::Existing::Replace, &before, before.then());
    QTRY_VERIFY_WITH_TIMEOUT(before.result, patienceMs);
    QVERIFY(m_session->lockDefaultCollection());

    VaultAnswer<SecretText> saved;
    saved.call = m_vault->read(deploy, 30s, &saved, saved.then());
    VaultAnswer<SecretText> neverSaved;
    neverSaved.call =
        m_vault->read(VaultEntry::forAccount(u"local"_s, u"unknown"_s), 30s, &neverSaved, neverSaved.then());
    VaultAnswer<Done> written;
    written.call = m_vault->write(deploy, text("cannot-be-saved"), TokenVault::Existing::Replace, &written,
                                  written.then());
    QTRY_VERIFY_WITH_TIMEOUT(written.result, patienceMs);
    QCOMPARE(saved.errorKind(), ErrorKind::KeychainLocked);
    QCOMPARE(neverSaved.errorKind(), ErrorKind::KeychainLocked);
    QCOMPARE(written.errorKind(), ErrorKind::KeychainLocked);
}

void TestKeychainVault::doesNotCallALockedEntryRemoved()
{
    VaultAnswer<Done> before;
    before.call = m_vault->write(deploy, text("stays-behind-a-lock"), TokenVault::Existing::Replace, &before,
                                 before.then());
    QTRY_VERIFY_WITH_TIMEOUT(before.result, patienceMs);
    QVERIFY(m_session->lockDefaultCollection());

    VaultAnswer<Done> removed;
    removed.call = m_vault->remove(deploy, 30s, &removed, removed.then());
    QTRY_VERIFY_WITH_TIMEOUT(removed.result, patienceMs);
    QCOMPARE(removed.errorKind(), ErrorKind::KeychainLocked);
}

void TestKeychainVault::keepsTheWindowAliveWhileTheKeychainIsStuck()
{
    m_session->freezeService();
    QTimer ticking;
    int ticks = 0;
    ticking.callOnTimeout([&ticks] { ++ticks; });
    ticking.start(5ms);

    VaultAnswer<SecretText> read;
    read.call = m_vault->read(deploy, 1s, &read, read.then());
    QTRY_VERIFY_WITH_TIMEOUT(read.result, patienceMs);
    // A loop that waited for the keychain during that second would have come to a few ticks of 200.
    QVERIFY2(ticks > 20, qPrintable(QString::number(ticks)));
}

void TestKeychainVault::answersAReadOfAStuckKeychainAtItsDeadline()
{
    m_session->freezeService();
    VaultAnswer<SecretText> read;
    read.call = m_vault->read(deploy, 200ms, &read, read.then());
    VaultAnswer<Done> removed;
    removed.call = m_vault->remove(deploy, 300ms, &removed, removed.then());
    QTRY_VERIFY_WITH_TIMEOUT(removed.result, patienceMs);
    QCOMPARE(read.errorKind(), ErrorKind::KeychainSilent);
    QCOMPARE(removed.errorKind(), ErrorKind::KeychainSilent);

    // The late answer goes nowhere, and the next call is served.
    m_session->thawService();
    VaultAnswer<Done> next;
    next.call =
        m_vault->write(deploy, text("after-the-pause"), TokenVault::Existing::Replace, &next, next.then());
    QTRY_VERIFY_WITH_TIMEOUT(next.result, patienceMs);
    QVERIFY2(next.succeeded(), qPrintable(next.failure()));
    QCOMPARE(read.errorKind(), ErrorKind::KeychainSilent);
}

void TestKeychainVault::savesLateWhenAStuckKeychainComesBack()
{
    m_session->freezeService();
    VaultAnswer<Done> written;
    written.call =
        m_vault->write(deploy, text("saved-late"), TokenVault::Existing::Replace, &written, written.then());
    VaultAnswer<SecretText> read;
    read.call = m_vault->read(deploy, 500ms, &read, read.then());
    QTRY_VERIFY_WITH_TIMEOUT(read.result, patienceMs);
    QVERIFY(!written.result);

    m_session->thawService();
    QTRY_VERIFY_WITH_TIMEOUT(written.result, patienceMs);
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
