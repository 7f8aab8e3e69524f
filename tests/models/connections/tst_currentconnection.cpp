#include "tests/models/connections/connectionworld.h"

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
    void waitsForTheKeychainNoLongerThanThePersonWants();
    void switchesBackWithoutAskingTheKeychainAgain();
    void aSwitchDuringOpeningWins();
    void listsLocalAndTheServer();
    void stillSaysAfterASwitchThatTheCredentialIsInMemoryOnly();
    void whatWasOpenStaysOpenWhenAConnectionCannotBeKept();
    void aWorkspaceThatFailsBehindAServerDisturbsNothing();
    void goesBackToAWorkspaceThatRuns();
    void anotherTokenForTheOpenOneKeepsItOpenWhereTwoHaveItsAddress();
    void hasNothingToTryOrToStopAtFirst();
    void knowsTheAccountThatItSignsInWith();
    void protectsNoAccountWhereTheServerDoesNotTell_data();
    void protectsNoAccountWhereTheServerDoesNotTell();
    void onlyAServerIsSignedInToWithAToken();

private:
    ApiTarget server() const;

    std::unique_ptr<ConnectionWorld> m_world;
};

void CurrentConnectionTest::init()
{
    m_world = std::make_unique<ConnectionWorld>();
}

ApiTarget CurrentConnectionTest::server() const
{
    ApiTarget target;
    target.address = QUrl(QStringLiteral("https://api.example.org"));
    return target;
}

void CurrentConnectionTest::opensNothingAtTheFirstStart()
{
    m_world->current.openLastUsed();
    QCOMPARE(m_world->current.state(), State::None);
    QCOMPARE(m_world->workspace.starts(), 0);
    QVERIFY(!m_world->current.api());
}

void CurrentConnectionTest::opensTheLocalWorkspaceOnceItIsReady()
{
    m_world->current.openLocal();
    QCOMPARE(m_world->current.state(), State::Opening);
    QCOMPARE(m_world->workspace.starts(), 1);
    QVERIFY(!m_world->current.api());
    m_world->workspace.becomeReady();
    QCOMPARE(m_world->current.state(), State::Open);
    QVERIFY(m_world->current.api());
    QCOMPARE(m_world->apis.targets().constLast().address, m_world->workspace.address());
    QVERIFY(m_world->apis.targets().constLast().honoursIdempotencyKeys);
    QVERIFY(m_world->apis.lastCredential().equals(m_world->workspace.credential()));
    QCOMPARE(m_world->store.lastUsedKey(), m_world->store.local().key);
}

void CurrentConnectionTest::keepsTheSameApiWhenTheWorkspaceComesBack()
{
    m_world->current.openLocal();
    m_world->workspace.becomeReady();
    const auto api = m_world->current.api();
    QSignalSpy restarted(&m_world->current, &CurrentConnection::reconnected);
    m_world->workspace.beginRestart();
    m_world->workspace.becomeReady();
    QCOMPARE(restarted.size(), 1);
    QCOMPARE(m_world->current.api(), api);
    QCOMPARE(m_world->apis.targets().constLast().address, m_world->workspace.address());
    QVERIFY(m_world->apis.lastCredential().equals(m_world->workspace.credential()));
}

void CurrentConnectionTest::saysWhyTheWorkspaceDoesNotStartAndTriesAgain()
{
    m_world->current.openLocal();
    m_world->workspace.fail(Error(ErrorKind::WorkspaceFailed, QStringLiteral("It does not start.")));
    QCOMPARE(m_world->current.state(), State::Failed);
    QCOMPARE(m_world->current.error().sentence(), QStringLiteral("It does not start."));
    m_world->current.retry();
    QCOMPARE(m_world->workspace.starts(), 2);
    m_world->workspace.becomeReady();
    QCOMPARE(m_world->current.state(), State::Open);
}

void CurrentConnectionTest::needsNoKeychainForTheLocalWorkspace()
{
    m_world->vault.failWith(Error(ErrorKind::KeychainMissing));
    m_world->current.openLocal();
    m_world->workspace.becomeReady();
    QCOMPARE(m_world->current.state(), State::Open);
    QVERIFY(!m_world->current.keptInMemoryOnly());
    QCOMPARE(m_world->vault.writes(), 0);
}

void CurrentConnectionTest::connectsAtOnceAndGivesTheCredentialToTheKeychain()
{
    QVERIFY(m_world->current.connectTo(server(), SecretText::fromUtf8("token")).ok());
    QCOMPARE(m_world->current.state(), State::Open);
    QCOMPARE(m_world->current.connection()->kind, Connection::Kind::Server);
    const auto entry = VaultEntry::forConnection(m_world->current.connection()->key);
    QTRY_VERIFY(m_world->vault.find(entry));
    QVERIFY(m_world->vault.find(entry)->equals(SecretText::fromUtf8("token")));
    QVERIFY(!m_world->current.keptInMemoryOnly());
    QCOMPARE(m_world->store.lastUsedKey(), m_world->current.connection()->key);
}

void CurrentConnectionTest::keepsTheCredentialInMemoryWithoutAKeychain()
{
    m_world->vault.failWith(Error(ErrorKind::KeychainMissing));
    QVERIFY(m_world->current.connectTo(server(), SecretText::fromUtf8("token")).ok());
    QCOMPARE(m_world->current.state(), State::Open);
    QTRY_VERIFY(m_world->current.keptInMemoryOnly());
    QCOMPARE(m_world->current.keptInMemoryOnly()->kind, ErrorKind::KeychainMissing);
    QVERIFY(m_world->current.api());
}

void CurrentConnectionTest::opensTheServerUsedLastWithTheCredentialFromTheKeychain()
{
    const Connection known = m_world->store.addServer(server().address.toString());
    QVERIFY(m_world->store.setLastUsed(known.key).ok());
    m_world->vault.put(VaultEntry::forConnection(known.key), "token");
    m_world->current.openLastUsed();
    QCOMPARE(m_world->current.state(), State::Opening);
    QTRY_COMPARE(m_world->current.state(), State::Open);
    QVERIFY(m_world->apis.lastCredential().equals(SecretText::fromUtf8("token")));
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
    Connection known = m_world->store.addServer(server().address.toString());
    if (wasSaved)
        known.credentialSaved = m_world->clock.now();
    QVERIFY(m_world->store.update(known).ok());
    QVERIFY(m_world->store.setLastUsed(known.key).ok());
    m_world->vault.failWith(Error(failure));
    m_world->current.openLastUsed();
    QTRY_COMPARE(m_world->current.state(), State::NeedsCredential);
    QCOMPARE(m_world->current.error().kind, shown);
    QCOMPARE(m_world->current.connection()->target.address, server().address);

    m_world->vault.failWith(std::nullopt);
    m_world->vault.put(VaultEntry::forConnection(known.key), "token");
    m_world->current.retry();
    QTRY_COMPARE(m_world->current.state(), State::Open);
}

void CurrentConnectionTest::waitsForTheKeychainNoLongerThanThePersonWants()
{
    const Connection known = m_world->add(server().address.toString(), "token");
    m_world->vault.hold();
    QVERIFY(m_world->current.open(known.key));
    QVERIFY(m_world->current.canStopOpening());
    m_world->current.stopOpening();
    QCOMPARE(m_world->current.state(), State::NeedsCredential);
    QCOMPARE(m_world->current.error().kind, ErrorKind::KeychainSilent);
    QVERIFY(!m_world->current.canStopOpening());
    // The late answer opens nothing by itself.
    m_world->vault.release();
    QCoreApplication::processEvents();
    QCOMPARE(m_world->current.state(), State::NeedsCredential);
    m_world->current.retry();
    QTRY_COMPARE(m_world->current.state(), State::Open);

    m_world->current.openLocal();
    QVERIFY(!m_world->current.canStopOpening());
}

void CurrentConnectionTest::switchesBackWithoutAskingTheKeychainAgain()
{
    QVERIFY(m_world->current.connectTo(server(), SecretText::fromUtf8("token")).ok());
    const auto api = m_world->current.api();
    m_world->current.openLocal();
    m_world->workspace.becomeReady();
    QVERIFY(m_world->current.api() != api);
    m_world->vault.failWith(Error(ErrorKind::KeychainLocked));
    QVERIFY(m_world->current.open(QStringLiteral("server")));
    QCOMPARE(m_world->current.state(), State::Open);
    QCOMPARE(m_world->current.api(), api);
}

void CurrentConnectionTest::aSwitchDuringOpeningWins()
{
    m_world->current.openLocal();
    QVERIFY(m_world->current.connectTo(server(), SecretText::fromUtf8("token")).ok());
    m_world->workspace.becomeReady();
    QCOMPARE(m_world->current.connection()->kind, Connection::Kind::Server);
    QCOMPARE(m_world->current.state(), State::Open);
}

void CurrentConnectionTest::listsLocalAndTheServer()
{
    QCOMPARE(m_world->current.known().size(), 1);
    QVERIFY(m_world->current.connectTo(server(), SecretText::fromUtf8("token")).ok());
    QCOMPARE(m_world->current.known().size(), 2);
    QCOMPARE(m_world->current.known().constFirst().kind, Connection::Kind::Local);
}

void CurrentConnectionTest::stillSaysAfterASwitchThatTheCredentialIsInMemoryOnly()
{
    m_world->vault.failWith(Error(ErrorKind::KeychainMissing));
    QVERIFY(m_world->current.connectTo(server(), SecretText::fromUtf8("token")).ok());
    // The answer comes while another connection is open already.
    m_world->current.openLocal();
    m_world->workspace.becomeReady();
    QSignalSpy changed(&m_world->current, &CurrentConnection::changed);
    QVERIFY(changed.wait());
    QVERIFY(!m_world->current.keptInMemoryOnly());
    QVERIFY(m_world->current.open(QStringLiteral("server")));
    QVERIFY(m_world->current.keptInMemoryOnly());
}

void CurrentConnectionTest::whatWasOpenStaysOpenWhenAConnectionCannotBeKept()
{
    m_world->current.openLocal();
    m_world->workspace.becomeReady();
    const auto api = m_world->current.api();
    m_world->store.failWith(Error(ErrorKind::FileUnwritable, QStringLiteral("The disk is full.")));
    const auto result = m_world->current.connectTo(server(), SecretText::fromUtf8("token"));
    QVERIFY(!result.ok());
    QCOMPARE(result.error().kind, ErrorKind::FileUnwritable);
    QCOMPARE(m_world->current.state(), State::Open);
    QCOMPARE(m_world->current.api(), api);
    QCOMPARE(m_world->vault.writes(), 0);
}

void CurrentConnectionTest::aWorkspaceThatFailsBehindAServerDisturbsNothing()
{
    m_world->workspace.fail(Error(ErrorKind::WorkspaceFailed));
    QCOMPARE(m_world->current.state(), State::None);
    m_world->current.openLocal();
    QVERIFY(m_world->current.connectTo(server(), SecretText::fromUtf8("token")).ok());
    m_world->workspace.fail(Error(ErrorKind::WorkspaceFailed));
    QCOMPARE(m_world->current.state(), State::Open);
    QCOMPARE(m_world->current.connection()->kind, Connection::Kind::Server);
}

void CurrentConnectionTest::goesBackToAWorkspaceThatRuns()
{
    m_world->current.openLocal();
    m_world->workspace.becomeReady();
    const auto api = m_world->current.api();
    QVERIFY(m_world->current.connectTo(server(), SecretText::fromUtf8("token")).ok());
    QSignalSpy reconnected(&m_world->current, &CurrentConnection::reconnected);
    m_world->current.openLocal();
    QCOMPARE(m_world->current.state(), State::Open);
    QCOMPARE(m_world->current.api(), api);
    QCOMPARE(m_world->workspace.starts(), 1);
    // It was opened, and did not come back beneath a list.
    QCOMPARE(reconnected.size(), 0);
}

void CurrentConnectionTest::anotherTokenForTheOpenOneKeepsItOpenWhereTwoHaveItsAddress()
{
    m_world->add(server().address.toString(), "one");
    ConnectionWorld &world = *m_world;
    Connection second;
    second.kind = Connection::Kind::Server;
    second.name = QStringLiteral("As another account");
    second.target = server();
    const auto added = world.current.add(second, SecretText::fromUtf8("two"));
    QVERIFY(added.ok());
    QVERIFY(world.current.open(added.value().key));
    QVERIFY(world.current.connectTo(server(), SecretText::fromUtf8("new")).ok());
    QCOMPARE(world.current.connection()->key, added.value().key);
    QTRY_VERIFY(world.inKeychain(added.value().key).equals(SecretText::fromUtf8("new")));
    QVERIFY(world.inKeychain(QStringLiteral("server")).equals(SecretText::fromUtf8("one")));
}

void CurrentConnectionTest::hasNothingToTryOrToStopAtFirst()
{
    QSignalSpy changed(&m_world->current, &CurrentConnection::changed);
    m_world->current.retry();
    m_world->current.stopOpening();
    m_world->current.askWhoWeAre();
    QCOMPARE(changed.size(), 0);
    QCOMPARE(m_world->current.state(), State::None);
    QVERIFY(!m_world->current.keptInMemoryOnly());
    QVERIFY(!m_world->current.useCredential(SecretText::fromUtf8("token")).ok());
    QCOMPARE(m_world->api.calls(MemoryAdminApi::Verb::Session), 0);
}

void CurrentConnectionTest::knowsTheAccountThatItSignsInWith()
{
    ServiceAccount ours;
    ours.id = QStringLiteral("id-7");
    ServiceAccount other;
    other.id = QStringLiteral("id-8");
    m_world->api.setSession({ours.id, QStringLiteral("ci_admin"), {}, {}, {}});
    QVERIFY(m_world->current.connectTo(server(), SecretText::fromUtf8("token")).ok());
    QTRY_VERIFY(m_world->current.signsInWith(ours));
    QVERIFY(!m_world->current.signsInWith(other));
    m_world->current.openLocal();
    m_world->workspace.becomeReady();
    QCoreApplication::processEvents();
    QVERIFY(!m_world->current.signsInWith(ours));
}

void CurrentConnectionTest::protectsNoAccountWhereTheServerDoesNotTell_data()
{
    QTest::addColumn<bool>("hasSessions");
    QTest::newRow("a session without an id") << true;
    QTest::newRow("no sessions") << false;
}

void CurrentConnectionTest::protectsNoAccountWhereTheServerDoesNotTell()
{
    QFETCH(bool, hasSessions);
    m_world->api.setSession({{}, QStringLiteral("ci_admin"), {}, {}, {}});
    if (!hasSessions)
        m_world->api.failNext(MemoryAdminApi::Verb::Session, Error(ErrorKind::NotFound));
    QSignalSpy told(&m_world->current, &CurrentConnection::whoWeAreTold);
    QVERIFY(m_world->current.connectTo(server(), SecretText::fromUtf8("token")).ok());
    QVERIFY(told.wait());
    QCOMPARE(m_world->current.session().has_value(), hasSessions);
    QVERIFY(!m_world->current.signsInWith(ServiceAccount()));
}

void CurrentConnectionTest::onlyAServerIsSignedInToWithAToken()
{
    QVERIFY(!m_world->current.signsInWithToken());
    m_world->current.openLocal();
    m_world->workspace.becomeReady();
    QVERIFY(!m_world->current.signsInWithToken());
    // Also before its token is there.
    const Connection missing = m_world->store.addServer(QStringLiteral("https://api.example.org"));
    QVERIFY(m_world->current.open(missing.key));
    QTRY_COMPARE(m_world->current.state(), State::NeedsCredential);
    QVERIFY(m_world->current.signsInWithToken());
}

QTEST_GUILESS_MAIN(CurrentConnectionTest)
#include "tst_currentconnection.moc"
