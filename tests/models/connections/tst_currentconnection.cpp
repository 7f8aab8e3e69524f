#include "models/connections/currentconnection.h"
#include "tests/support/fakeworkspace.h"
#include "tests/support/fixedclock.h"
#include "tests/support/memoryapifactory.h"
#include "tests/support/memoryconnectionstore.h"
#include "tests/support/memorytokenvault.h"

#include <QSignalSpy>
#include <QTest>

using State = CurrentConnection::State;

class CurrentConnectionTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void opensNothingAtTheFirstStart();
    void opensTheLocalWorkspaceOnceItIsReady();
    void keepsTheSameApiWhenTheWorkspaceComesBack();
    void saysWhyTheWorkspaceDoesNotStartAndTriesAgain();
    void needsNoKeychainForTheLocalWorkspace();
    void connectsAtOnceAndGivesTheCredentialToTheKeychain();
    void keepsTheCredentialInMemoryWithoutAKeychain();
    void opensTheServerUsedLastWithTheCredentialFromTheKeychain();
    void saysWhyTheCredentialCannotBeRead_data();
    void saysWhyTheCredentialCannotBeRead();
    void switchesBackWithoutAskingTheKeychainAgain();
    void aSwitchDuringOpeningWins();
    void listsLocalAndTheServer();
    void stillSaysAfterASwitchThatTheCredentialIsInMemoryOnly();
    void whatWasOpenStaysOpenWhenAConnectionCannotBeKept();
    void knowsTheAccountThatItSignsInWith();
    void onlyAServerIsSignedInToWithAToken();

private:
    ApiTarget server() const;

    FixedClock m_clock{QDateTime(QDate(2026, 11, 24), QTime(10, 42), Qt::UTC)};
    std::unique_ptr<MemoryAdminApi> m_api;
    std::unique_ptr<MemoryApiFactory> m_apis;
    std::unique_ptr<FakeWorkspace> m_workspace;
    std::unique_ptr<MemoryTokenVault> m_vault;
    std::unique_ptr<MemoryConnectionStore> m_store;
    std::unique_ptr<CurrentConnection> m_current;
};

void CurrentConnectionTest::init()
{
    m_current.reset();
    m_apis.reset();
    m_api = std::make_unique<MemoryAdminApi>(m_clock);
    m_apis = std::make_unique<MemoryApiFactory>(*m_api);
    m_workspace = std::make_unique<FakeWorkspace>();
    m_vault = std::make_unique<MemoryTokenVault>();
    m_store = std::make_unique<MemoryConnectionStore>();
    m_current = std::make_unique<CurrentConnection>(*m_workspace, *m_apis, *m_vault, *m_store, m_clock);
}

ApiTarget CurrentConnectionTest::server() const
{
    ApiTarget target;
    target.address = QUrl(QStringLiteral("https://api.example.org"));
    return target;
}

void CurrentConnectionTest::opensNothingAtTheFirstStart()
{
    m_current->openLastUsed();
    QCOMPARE(m_current->state(), State::None);
    QCOMPARE(m_workspace->starts(), 0);
    QVERIFY(!m_current->api());
}

void CurrentConnectionTest::opensTheLocalWorkspaceOnceItIsReady()
{
    m_current->openLocal();
    QCOMPARE(m_current->state(), State::Opening);
    QCOMPARE(m_workspace->starts(), 1);
    QVERIFY(!m_current->api());
    m_workspace->becomeReady();
    QCOMPARE(m_current->state(), State::Open);
    QVERIFY(m_current->api());
    QCOMPARE(m_apis->targets().constLast().address, m_workspace->address());
    QVERIFY(m_apis->targets().constLast().honoursIdempotencyKeys);
    QVERIFY(m_apis->lastCredential().equals(m_workspace->credential()));
    QCOMPARE(m_store->lastUsedKey(), m_store->local().key);
}

void CurrentConnectionTest::keepsTheSameApiWhenTheWorkspaceComesBack()
{
    m_current->openLocal();
    m_workspace->becomeReady();
    const auto api = m_current->api();
    QSignalSpy restarted(m_current.get(), &CurrentConnection::reconnected);
    m_workspace->beginRestart();
    m_workspace->becomeReady();
    QCOMPARE(restarted.size(), 1);
    QCOMPARE(m_current->api(), api);
    QCOMPARE(m_apis->targets().constLast().address, m_workspace->address());
    QVERIFY(m_apis->lastCredential().equals(m_workspace->credential()));
}

void CurrentConnectionTest::saysWhyTheWorkspaceDoesNotStartAndTriesAgain()
{
    m_current->openLocal();
    m_workspace->fail(Error(ErrorKind::WorkspaceFailed, QStringLiteral("It does not start.")));
    QCOMPARE(m_current->state(), State::Failed);
    QCOMPARE(m_current->error().sentence(), QStringLiteral("It does not start."));
    m_current->retry();
    QCOMPARE(m_workspace->starts(), 2);
    m_workspace->becomeReady();
    QCOMPARE(m_current->state(), State::Open);
}

void CurrentConnectionTest::needsNoKeychainForTheLocalWorkspace()
{
    m_vault->failWith(Error(ErrorKind::KeychainMissing));
    m_current->openLocal();
    m_workspace->becomeReady();
    QCOMPARE(m_current->state(), State::Open);
    QVERIFY(!m_current->keptInMemoryOnly());
    QCOMPARE(m_vault->writes(), 0);
}

void CurrentConnectionTest::connectsAtOnceAndGivesTheCredentialToTheKeychain()
{
    QVERIFY(m_current->connectTo(server(), SecretText::fromUtf8("token")).ok());
    QCOMPARE(m_current->state(), State::Open);
    QCOMPARE(m_current->connection()->kind, Connection::Kind::Server);
    const auto entry = VaultEntry::forConnection(m_current->connection()->key);
    QTRY_VERIFY(m_vault->find(entry));
    QVERIFY(m_vault->find(entry)->equals(SecretText::fromUtf8("token")));
    QVERIFY(!m_current->keptInMemoryOnly());
    QCOMPARE(m_store->lastUsedKey(), m_current->connection()->key);
}

void CurrentConnectionTest::keepsTheCredentialInMemoryWithoutAKeychain()
{
    m_vault->failWith(Error(ErrorKind::KeychainMissing));
    QVERIFY(m_current->connectTo(server(), SecretText::fromUtf8("token")).ok());
    QCOMPARE(m_current->state(), State::Open);
    QTRY_VERIFY(m_current->keptInMemoryOnly());
    QCOMPARE(m_current->keptInMemoryOnly()->kind, ErrorKind::KeychainMissing);
    QVERIFY(m_current->api());
}

void CurrentConnectionTest::opensTheServerUsedLastWithTheCredentialFromTheKeychain()
{
    const Connection known = m_store->addServer(server().address.toString());
    QVERIFY(m_store->setLastUsed(known.key).ok());
    m_vault->put(VaultEntry::forConnection(known.key), "token");
    m_current->openLastUsed();
    QCOMPARE(m_current->state(), State::Opening);
    QTRY_COMPARE(m_current->state(), State::Open);
    QVERIFY(m_apis->lastCredential().equals(SecretText::fromUtf8("token")));
}

void CurrentConnectionTest::saysWhyTheCredentialCannotBeRead_data()
{
    QTest::addColumn<ErrorKind>("failure");
    QTest::addColumn<bool>("wasSaved");
    QTest::addColumn<ErrorKind>("shown");
    QTest::newRow("locked") << ErrorKind::KeychainLocked << true << ErrorKind::KeychainLocked;
    QTest::newRow("no keychain") << ErrorKind::KeychainMissing << true << ErrorKind::KeychainMissing;
    QTest::newRow("silent") << ErrorKind::KeychainSilent << true << ErrorKind::KeychainSilent;
    QTest::newRow("not found is never called gone")
        << ErrorKind::KeychainEntryMissing << true << ErrorKind::KeychainLockedOrRemoved;
    QTest::newRow("never saved") << ErrorKind::KeychainEntryMissing << false
                                 << ErrorKind::KeychainEntryMissing;
}

void CurrentConnectionTest::saysWhyTheCredentialCannotBeRead()
{
    QFETCH(ErrorKind, failure);
    QFETCH(bool, wasSaved);
    QFETCH(ErrorKind, shown);
    Connection known = m_store->addServer(server().address.toString());
    if (wasSaved)
        known.credentialSaved = m_clock.now();
    QVERIFY(m_store->update(known).ok());
    QVERIFY(m_store->setLastUsed(known.key).ok());
    m_vault->failWith(Error(failure));
    m_current->openLastUsed();
    QTRY_COMPARE(m_current->state(), State::NeedsCredential);
    QCOMPARE(m_current->error().kind, shown);
    QCOMPARE(m_current->connection()->target.address, server().address);

    m_vault->failWith(std::nullopt);
    m_vault->put(VaultEntry::forConnection(known.key), "token");
    m_current->retry();
    QTRY_COMPARE(m_current->state(), State::Open);
}

void CurrentConnectionTest::switchesBackWithoutAskingTheKeychainAgain()
{
    QVERIFY(m_current->connectTo(server(), SecretText::fromUtf8("token")).ok());
    const auto api = m_current->api();
    m_current->openLocal();
    m_workspace->becomeReady();
    QVERIFY(m_current->api() != api);
    m_vault->failWith(Error(ErrorKind::KeychainLocked));
    QVERIFY(m_current->open(QStringLiteral("server")));
    QCOMPARE(m_current->state(), State::Open);
    QCOMPARE(m_current->api(), api);
}

void CurrentConnectionTest::aSwitchDuringOpeningWins()
{
    m_current->openLocal();
    QVERIFY(m_current->connectTo(server(), SecretText::fromUtf8("token")).ok());
    m_workspace->becomeReady();
    QCOMPARE(m_current->connection()->kind, Connection::Kind::Server);
    QCOMPARE(m_current->state(), State::Open);
}

void CurrentConnectionTest::listsLocalAndTheServer()
{
    QCOMPARE(m_current->known().size(), 1);
    QVERIFY(m_current->connectTo(server(), SecretText::fromUtf8("token")).ok());
    QCOMPARE(m_current->known().size(), 2);
    QCOMPARE(m_current->known().constFirst().kind, Connection::Kind::Local);
}

void CurrentConnectionTest::stillSaysAfterASwitchThatTheCredentialIsInMemoryOnly()
{
    m_vault->failWith(Error(ErrorKind::KeychainMissing));
    QVERIFY(m_current->connectTo(server(), SecretText::fromUtf8("token")).ok());
    // The answer comes while another connection is open already.
    m_current->openLocal();
    m_workspace->becomeReady();
    QSignalSpy changed(m_current.get(), &CurrentConnection::changed);
    QVERIFY(changed.wait());
    QVERIFY(!m_current->keptInMemoryOnly());
    QVERIFY(m_current->open(QStringLiteral("server")));
    QVERIFY(m_current->keptInMemoryOnly());
}

void CurrentConnectionTest::whatWasOpenStaysOpenWhenAConnectionCannotBeKept()
{
    m_current->openLocal();
    m_workspace->becomeReady();
    const auto api = m_current->api();
    m_store->failWith(Error(ErrorKind::FileUnwritable, QStringLiteral("The disk is full.")));
    const auto result = m_current->connectTo(server(), SecretText::fromUtf8("token"));
    QVERIFY(!result.ok());
    QCOMPARE(result.error().kind, ErrorKind::FileUnwritable);
    QCOMPARE(m_current->state(), State::Open);
    QCOMPARE(m_current->api(), api);
    QCOMPARE(m_vault->writes(), 0);
}

void CurrentConnectionTest::knowsTheAccountThatItSignsInWith()
{
    ServiceAccount ours;
    ours.id = QStringLiteral("id-7");
    ServiceAccount other;
    other.id = QStringLiteral("id-8");
    m_api->setSession({ours.id, QStringLiteral("ci_admin"), {}, {}, {}});
    QVERIFY(m_current->connectTo(server(), SecretText::fromUtf8("token")).ok());
    QTRY_VERIFY(m_current->signsInWith(ours));
    QVERIFY(!m_current->signsInWith(other));
    m_current->openLocal();
    m_workspace->becomeReady();
    QCoreApplication::processEvents();
    QVERIFY(!m_current->signsInWith(ours));
}

void CurrentConnectionTest::onlyAServerIsSignedInToWithAToken()
{
    QVERIFY(!m_current->signsInWithToken());
    m_current->openLocal();
    m_workspace->becomeReady();
    QVERIFY(!m_current->signsInWithToken());
    // Also before its token is there.
    const Connection missing = m_store->addServer(QStringLiteral("https://api.example.org"));
    QVERIFY(m_current->open(missing.key));
    QTRY_COMPARE(m_current->state(), State::NeedsCredential);
    QVERIFY(m_current->signsInWithToken());
}

QTEST_GUILESS_MAIN(CurrentConnectionTest)
#include "tst_currentconnection.moc"
