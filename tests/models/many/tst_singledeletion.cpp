#include "models/many/singledeletion.h"
#include "tests/support/fixedclock.h"
#include "tests/support/memoryadminapi.h"
#include "tests/support/memorysavedtokens.h"
#include "tests/support/memorytokenvault.h"

#include <QTest>

using namespace Qt::StringLiterals;
using Verb = MemoryAdminApi::Verb;
using Work = MemoryAdminApi::Work;

class tst_SingleDeletion : public QObject
{
    Q_OBJECT

private:
    FixedClock m_clock{QDateTime(QDate(2026, 11, 24), QTime(10, 42), Qt::UTC)};
    std::shared_ptr<MemoryAdminApi> m_api;
    std::unique_ptr<MemoryTokenVault> m_vault;
    std::unique_ptr<MemorySavedTokens> m_saved;
    std::unique_ptr<SingleDeletion> m_deletion;
    std::optional<ChangeOutcome> m_outcome;
    const VaultEntry m_entry = VaultEntry::forAccount(u"local"_s, u"account_001"_s);

private Q_SLOTS:
    void init()
    {
        m_outcome.reset();
        m_api = std::make_shared<MemoryAdminApi>(m_clock);
        m_api->fill(1);
        m_vault = std::make_unique<MemoryTokenVault>();
        m_saved = std::make_unique<MemorySavedTokens>();
        m_vault->put(m_entry, "a saved value");
        QVERIFY(m_saved->record({u"local"_s, u"account_001"_s, u"id_account_001"_s, m_clock.now()}).ok());
        m_deletion = std::make_unique<SingleDeletion>(m_api, *m_vault, *m_saved, u"local"_s,
                                                      m_api->accounts().constFirst());
        connect(m_deletion.get(), &SingleChange::ended, this, [this](const ChangeOutcome &outcome) {
            QVERIFY(!m_outcome);
            m_outcome = outcome;
        });
    }
    void cleanup() { m_deletion.reset(); }

    void deletesTheAccountAndItsCopy()
    {
        m_deletion->start();
        QTRY_VERIFY(m_outcome);
        QVERIFY(!m_outcome->error);
        QVERIFY(m_outcome->isGone);
        QVERIFY(m_outcome->keychainCopyRemoved);
        QVERIFY(!m_vault->has(m_entry));
    }

    void deletesTheCopyWhenTheAnswerWasLost()
    {
        m_api->failNext(Verb::Delete, Error(ErrorKind::TimedOut), Work::Done);
        m_deletion->start();
        QTRY_VERIFY(m_outcome);
        QVERIFY(!m_outcome->error);
        QVERIFY(m_outcome->isGone);
        QVERIFY(!m_vault->has(m_entry));
    }

    void anAccountThatIsStillThereWasNotDeleted()
    {
        m_api->failNext(Verb::Delete, Error(ErrorKind::TimedOut));
        m_deletion->start();
        QTRY_VERIFY(m_outcome);
        QCOMPARE(m_outcome->error->kind, ErrorKind::TimedOut);
        QVERIFY(!m_outcome->isUnknown);
        QVERIFY(m_vault->has(m_entry));
        QCOMPARE(m_api->calls(Verb::Delete), 1);
    }

    void saysThatTheOutcomeIsUnknown()
    {
        m_api->failNext(Verb::Delete, Error(ErrorKind::Cut));
        m_deletion->start();
        m_api->failAlways(Error(ErrorKind::Unreachable));
        QTRY_VERIFY(m_outcome);
        QVERIFY(m_outcome->isUnknown);
        QCOMPARE(m_outcome->error->kind, ErrorKind::Cut);
    }

    void saysThatTheCopyStayed()
    {
        m_vault->failWith(Error(ErrorKind::KeychainLocked));
        m_deletion->start();
        QTRY_VERIFY(m_outcome);
        QVERIFY(m_outcome->isGone);
        QCOMPARE(m_outcome->keychainError->kind, ErrorKind::KeychainLocked);
    }
};

QTEST_GUILESS_MAIN(tst_SingleDeletion)
#include "tst_singledeletion.moc"
