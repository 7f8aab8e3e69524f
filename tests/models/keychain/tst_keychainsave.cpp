#include "models/keychain/keychainsave.h"
#include "tests/support/fixedclock.h"
#include "tests/support/memorysavedtokens.h"
#include "tests/support/memorytokenvault.h"

#include <QTest>

using namespace std::chrono_literals;
using State = KeychainSave::State;

class KeychainSaveTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void savesAndNotesTheEntryInTheIndex();
    void saysWhyItFailed_data();
    void saysWhyItFailed();
    void canBeTriedAgainAfterAFailure();
    void saysWhenTheKeychainKeepsSilentAndStillTakesALateSuccess();
    void savesOnce();
    void asksBeforeItReplacesWhatTheIndexKnows();
    void asksBeforeItReplacesWhatOnlyTheKeychainKnows();
    void asksLateWhenTheKeychainAnswersLate();
    void isSavedEvenIfTheIndexCannotBeWritten();

private:
    const SavedToken m_entry{
        QStringLiteral("local"), QStringLiteral("ci_deploy"), QStringLiteral("id-1"), {}};
    FixedClock m_clock{QDateTime(QDate(2026, 11, 24), QTime(10, 42), Qt::UTC)};
    std::unique_ptr<MemoryTokenVault> m_vault;
    std::unique_ptr<MemorySavedTokens> m_savedTokens;
    std::unique_ptr<KeychainSave> m_save;
};

void KeychainSaveTest::init()
{
    m_vault = std::make_unique<MemoryTokenVault>();
    m_savedTokens = std::make_unique<MemorySavedTokens>();
    m_save = std::make_unique<KeychainSave>(*m_vault, *m_savedTokens, m_clock, m_entry);
}

void KeychainSaveTest::savesAndNotesTheEntryInTheIndex()
{
    QVERIFY(m_save->sentence().isEmpty());
    m_save->save(SecretText::fromUtf8("token"));
    QCOMPARE(m_save->state(), State::Waiting);
    QCOMPARE(m_save->sentence(), QStringLiteral("Waiting for the keychain…"));
    QTRY_COMPARE(m_save->state(), State::Saved);
    QCOMPARE(m_save->sentence(), QStringLiteral("Saved in the keychain"));
    const SecretText *kept =
        m_vault->find(VaultEntry::forAccount(QStringLiteral("local"), QStringLiteral("ci_deploy")));
    QVERIFY(kept && kept->equals(SecretText::fromUtf8("token")));
    const auto noted = m_savedTokens->find(QStringLiteral("local"), QStringLiteral("ci_deploy"));
    QVERIFY(noted);
    QCOMPARE(noted->savedOn, m_clock.now());
    QCOMPARE(noted->accountId, QStringLiteral("id-1"));
}

void KeychainSaveTest::saysWhyItFailed_data()
{
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("locked") << ErrorKind::KeychainLocked
                            << QStringLiteral("The keychain is locked. Unlock it and save again.");
    QTest::newRow("missing") << ErrorKind::KeychainMissing
                             << QStringLiteral("No keychain was found on this computer.");
    QTest::newRow("another text came back")
        << ErrorKind::KeychainMismatch
        << QStringLiteral(
               "The keychain gave back something else than was saved. Nothing is saved; try again.");
}

void KeychainSaveTest::saysWhyItFailed()
{
    QFETCH(ErrorKind, kind);
    QFETCH(QString, sentence);
    m_vault->failWith(Error(kind));
    m_save->save(SecretText::fromUtf8("token"));
    QTRY_COMPARE(m_save->state(), State::Failed);
    QCOMPARE(m_save->sentence(), sentence);
    QVERIFY(!m_savedTokens->find(QStringLiteral("local"), QStringLiteral("ci_deploy")));
}

void KeychainSaveTest::canBeTriedAgainAfterAFailure()
{
    m_vault->failWith(Error(ErrorKind::KeychainLocked));
    m_save->save(SecretText::fromUtf8("token"));
    QTRY_COMPARE(m_save->state(), State::Failed);
    m_vault->failWith(std::nullopt);
    m_save->save(SecretText::fromUtf8("token"));
    QTRY_COMPARE(m_save->state(), State::Saved);
}

void KeychainSaveTest::saysWhenTheKeychainKeepsSilentAndStillTakesALateSuccess()
{
    QCOMPARE(KeychainSave::standardPatience, std::chrono::milliseconds(10s));
    m_save->setPatience(1ms);
    m_vault->hold();
    m_save->save(SecretText::fromUtf8("token"));
    QTRY_COMPARE(m_save->state(), State::Silent);
    QCOMPARE(m_save->sentence(), QStringLiteral("The keychain does not answer. The token stays here."));
    QVERIFY(m_save->isRunning());
    m_vault->release();
    QTRY_COMPARE(m_save->state(), State::Saved);
}

void KeychainSaveTest::savesOnce()
{
    m_save->save(SecretText::fromUtf8("token"));
    m_save->save(SecretText::fromUtf8("token"));
    QTRY_COMPARE(m_save->state(), State::Saved);
    m_save->save(SecretText::fromUtf8("token"));
    QCOMPARE(m_vault->writes(), 1);
}

void KeychainSaveTest::asksBeforeItReplacesWhatTheIndexKnows()
{
    QVERIFY(!m_save->wouldReplace());
    SavedToken older = m_entry;
    older.savedOn = m_clock.now().addDays(-3);
    QVERIFY(m_savedTokens->record(older).ok());
    QCOMPARE(m_save->wouldReplace(), std::optional(older));
    m_save->save(SecretText::fromUtf8("token"));
    QCOMPARE(m_save->state(), State::WouldReplace);
    QVERIFY(!m_save->isRunning());
    QCOMPARE(m_vault->writes(), 0);
}

void KeychainSaveTest::asksBeforeItReplacesWhatOnlyTheKeychainKnows()
{
    const auto entry = VaultEntry::forAccount(QStringLiteral("local"), QStringLiteral("ci_deploy"));
    m_vault->put(entry, "older");
    int asked = 0;
    connect(m_save.get(), &KeychainSave::stateChanged, this,
            [&] { asked += m_save->state() == State::WouldReplace ? 1 : 0; });
    for (const int times : {1, 2}) {
        m_save->save(SecretText::fromUtf8("token"));
        QTRY_COMPARE(asked, times);
        QCOMPARE(m_save->sentence(),
                 QStringLiteral("The keychain has a token of that name already. This one is not saved."));
        QVERIFY(!m_save->wouldReplace());
        QVERIFY(m_vault->find(entry)->equals(SecretText::fromUtf8("older")));
    }
    m_save->allowReplacing();
    m_save->save(SecretText::fromUtf8("token"));
    QTRY_COMPARE(m_save->state(), State::Saved);
    QVERIFY(m_vault->find(entry)->equals(SecretText::fromUtf8("token")));
}

void KeychainSaveTest::asksLateWhenTheKeychainAnswersLate()
{
    m_vault->put(VaultEntry::forAccount(QStringLiteral("local"), QStringLiteral("ci_deploy")), "older");
    m_save->setPatience(1ms);
    m_vault->hold();
    m_save->save(SecretText::fromUtf8("token"));
    QTRY_COMPARE(m_save->state(), State::Silent);
    m_vault->release();
    QTRY_COMPARE(m_save->state(), State::WouldReplace);
    QCOMPARE(m_vault->writes(), 0);
}

void KeychainSaveTest::isSavedEvenIfTheIndexCannotBeWritten()
{
    m_savedTokens->failWith(Error(ErrorKind::FileUnwritable, QStringLiteral("The disk is full.")));
    m_save->save(SecretText::fromUtf8("token"));
    QTRY_COMPARE(m_save->state(), State::Saved);
    QCOMPARE(m_save->error().kind, ErrorKind::FileUnwritable);
}

QTEST_GUILESS_MAIN(KeychainSaveTest)
#include "tst_keychainsave.moc"
