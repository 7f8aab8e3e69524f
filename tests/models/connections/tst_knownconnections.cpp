#include "models/connections/currentconnection.h"
#include "tests/support/fakeworkspace.h"
#include "tests/support/fixedclock.h"
#include "tests/support/memoryapifactory.h"
#include "tests/support/memoryconnectionstore.h"
#include "tests/support/memorytokenvault.h"

#include <QSignalSpy>
#include <QTest>

using State = CurrentConnection::State;
using Verb = MemoryAdminApi::Verb;

/// CurrentConnection with several servers: adding, changing and removing them, and their tokens.
class KnownConnectionsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void opensAnyThatIsKnown();
    void findsOneByItsKeyOrItsName_data();
    void findsOneByItsKeyOrItsName();
    void connectsToAKnownAddressUnderItsNameAndSettings();
    void namesANewServerAfterItsAddress();
    void anAddedServerIsNotOpened();
    void asksForATokenThatNobodyGaveYet();
    void notesWhenTheKeychainTookAToken();
    void keepsEachTokenWhateverIsOpenedMeanwhile();
    void anotherTokenGoesOnWhereTheListWas();
    void anotherTokenOpensWhatCouldNotBeRead();
    void anotherTokenOfAClosedConnectionWaitsForIt();
    void theLocalWorkspaceTakesNoToken();
    void aChangedSettingTakesEffectAtOnce_data();
    void aChangedSettingTakesEffectAtOnce();
    void aNameAloneDisturbsNothing();
    void anotherListGetsAnotherApi();
    void sendsATokenToNoOtherServer();
    void whatCannotBeSavedTakesNoEffect();
    void removesAConnectionWithItsToken();
    void closesTheOneThatIsRemoved();
    void saysWhenTheKeychainKeepsTheTokenOfARemovedOne();
    void keepsTheLocalWorkspace();
    void saysWhoOneIsSignedInAs();
    void givesTheTokenForATest();

private:
    Connection add(const QString &address, const char *token);
    SecretText inKeychain(const QString &key) const;

    FixedClock m_clock{QDateTime(QDate(2026, 11, 24), QTime(10, 42), Qt::UTC)};
    std::unique_ptr<MemoryAdminApi> m_api;
    std::unique_ptr<MemoryApiFactory> m_apis;
    std::unique_ptr<FakeWorkspace> m_workspace;
    std::unique_ptr<MemoryTokenVault> m_vault;
    std::unique_ptr<MemoryConnectionStore> m_store;
    std::unique_ptr<CurrentConnection> m_current;
};

void KnownConnectionsTest::init()
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

Connection KnownConnectionsTest::add(const QString &address, const char *token)
{
    const Connection server = m_store->addServer(address);
    m_vault->put(VaultEntry::forConnection(server.key), token);
    return server;
}

SecretText KnownConnectionsTest::inKeychain(const QString &key) const
{
    const SecretText *found = m_vault->find(VaultEntry::forConnection(key));
    return found ? found->clone() : SecretText();
}

void KnownConnectionsTest::opensAnyThatIsKnown()
{
    const Connection one = add(QStringLiteral("https://one.example"), "token one");
    const Connection two = add(QStringLiteral("https://two.example"), "token two");
    for (const auto &[server, token] : {std::pair(one, "token one"), std::pair(two, "token two")}) {
        QVERIFY(m_current->open(server.key));
        QTRY_COMPARE(m_current->state(), State::Open);
        QCOMPARE(*m_current->connection(), server);
        QCOMPARE(m_apis->targets().constLast(), server.target);
        QVERIFY(m_apis->lastCredential().equals(SecretText::fromUtf8(token)));
        QCOMPARE(m_store->lastUsedKey(), server.key);
    }
    QVERIFY(m_current->open(m_store->local().key));
    QCOMPARE(m_current->connection()->kind, Connection::Kind::Local);
    QVERIFY(!m_current->open(QStringLiteral("nobody")));
    QCOMPARE(m_current->connection()->kind, Connection::Kind::Local);
}

void KnownConnectionsTest::findsOneByItsKeyOrItsName_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("key");
    QTest::newRow("key") << QStringLiteral("server-2") << QStringLiteral("server-2");
    QTest::newRow("name") << QStringLiteral("two.example") << QStringLiteral("server-2");
    QTest::newRow("name in another case") << QStringLiteral(" TWO.Example") << QStringLiteral("server-2");
    QTest::newRow("local") << QStringLiteral("LOCAL") << QStringLiteral("local");
    // A key says it more exactly than a name does.
    QTest::newRow("a key that is another's name") << QStringLiteral("server") << QStringLiteral("server");
    QTest::newRow("unknown") << QStringLiteral("three.example") << QString();
    QTest::newRow("nothing") << QString() << QString();
}

void KnownConnectionsTest::findsOneByItsKeyOrItsName()
{
    QFETCH(QString, text);
    m_store->addServer(QStringLiteral("https://one.example"));
    m_store->addServer(QStringLiteral("https://two.example"));
    m_store->addServer(QStringLiteral("https://server"));
    QTEST(m_current->keyOf(text), "key");
}

void KnownConnectionsTest::connectsToAKnownAddressUnderItsNameAndSettings()
{
    Connection known = add(QStringLiteral("https://one.example"), "old");
    known.name = QStringLiteral("Production");
    known.target.resourcePath = QStringLiteral("/r");
    QVERIFY(m_store->update(known).ok());
    ApiTarget typed;
    typed.address = QUrl(QStringLiteral("https://ONE.example:443/"));
    QVERIFY(m_current->connectTo(typed, SecretText::fromUtf8("new")).ok());
    QCOMPARE(m_store->servers().size(), 1);
    QCOMPARE(m_current->connection()->name, QStringLiteral("Production"));
    QCOMPARE(m_apis->targets().constLast(), known.target);
    QTRY_VERIFY(inKeychain(known.key).equals(SecretText::fromUtf8("new")));
}

void KnownConnectionsTest::namesANewServerAfterItsAddress()
{
    m_store->addServer(QStringLiteral("https://one.example"));
    ApiTarget behind;
    behind.address = QUrl(QStringLiteral("https://one.example/behind"));
    QVERIFY(m_current->connectTo(behind, SecretText::fromUtf8("token")).ok());
    QCOMPARE(m_store->servers().size(), 2);
    QCOMPARE(m_current->connection()->name, QStringLiteral("one.example 2"));
}

void KnownConnectionsTest::anAddedServerIsNotOpened()
{
    QSignalSpy changed(m_current.get(), &CurrentConnection::changed);
    Connection server;
    server.kind = Connection::Kind::Server;
    server.name = QStringLiteral("Production");
    server.target.address = QUrl(QStringLiteral("https://one.example"));
    const auto added = m_current->add(server, SecretText::fromUtf8("token"));
    QVERIFY(added.ok());
    QCOMPARE(changed.size(), 1);
    QCOMPARE(m_current->state(), State::None);
    QCOMPARE(m_current->known().size(), 2);
    QTRY_VERIFY(inKeychain(added.value().key).equals(SecretText::fromUtf8("token")));
    QVERIFY(m_current->open(added.value().key));
    QCOMPARE(m_current->state(), State::Open);
}

void KnownConnectionsTest::asksForATokenThatNobodyGaveYet()
{
    const Connection server = m_store->addServer(QStringLiteral("https://one.example"));
    QVERIFY(m_current->open(server.key));
    QTRY_COMPARE(m_current->state(), State::NeedsCredential);
    // Here nothing was lost: there never was one.
    QCOMPARE(m_current->error().kind, ErrorKind::KeychainEntryMissing);
}

void KnownConnectionsTest::notesWhenTheKeychainTookAToken()
{
    ApiTarget target;
    target.address = QUrl(QStringLiteral("https://one.example"));
    QVERIFY(m_current->connectTo(target, SecretText::fromUtf8("token")).ok());
    QVERIFY(!m_current->connection()->credentialSaved.isValid());
    QTRY_COMPARE(m_current->connection()->credentialSaved, m_clock.now());
    QCOMPARE(m_store->servers().constFirst().credentialSaved, m_clock.now());

    const QDateTime before = m_clock.now();
    m_clock.advance(std::chrono::hours(1));
    m_vault->failWith(Error(ErrorKind::KeychainLocked));
    QVERIFY(m_current->useCredential(SecretText::fromUtf8("another")).ok());
    QTRY_VERIFY(m_current->keptInMemoryOnly());
    // What is in the keychain is still the one of before.
    QCOMPARE(m_store->servers().constFirst().credentialSaved, before);
}

void KnownConnectionsTest::keepsEachTokenWhateverIsOpenedMeanwhile()
{
    m_vault->hold();
    QStringList keys;
    for (const char *address : {"https://one.example", "https://two.example"}) {
        ApiTarget target;
        target.address = QUrl(QString::fromLatin1(address));
        QVERIFY(m_current->connectTo(target, SecretText::fromUtf8(address)).ok());
        keys.append(m_current->connection()->key);
    }
    m_current->openLocal();
    m_vault->release();
    QTRY_COMPARE(m_store->servers().at(0).credentialSaved, m_clock.now());
    QTRY_COMPARE(m_store->servers().at(1).credentialSaved, m_clock.now());
    QVERIFY(inKeychain(keys.at(0)).equals(SecretText::fromUtf8("https://one.example")));
}

void KnownConnectionsTest::anotherTokenGoesOnWhereTheListWas()
{
    const Connection server = add(QStringLiteral("https://one.example"), "old");
    QVERIFY(m_current->open(server.key));
    QTRY_COMPARE(m_api->calls(Verb::Session), 1);
    const auto api = m_current->api();
    QSignalSpy reconnected(m_current.get(), &CurrentConnection::reconnected);
    m_api->setSession({QStringLiteral("9"), QStringLiteral("other_admin"), {}, {}, {}});

    QVERIFY(m_current->useCredential(SecretText::fromUtf8("new")).ok());
    QCOMPARE(reconnected.size(), 1);
    QCOMPARE(m_current->state(), State::Open);
    QCOMPARE(m_current->api(), api);
    QVERIFY(m_apis->lastCredential().equals(SecretText::fromUtf8("new")));
    QCOMPARE(m_apis->targets().constLast(), server.target);
    QTRY_VERIFY(m_current->session());
    QCOMPARE(m_current->session()->userName, QStringLiteral("other_admin"));
    QTRY_VERIFY(inKeychain(server.key).equals(SecretText::fromUtf8("new")));
}

void KnownConnectionsTest::anotherTokenOpensWhatCouldNotBeRead()
{
    const Connection server = m_store->addServer(QStringLiteral("https://one.example"));
    QVERIFY(m_current->open(server.key));
    QTRY_COMPARE(m_current->state(), State::NeedsCredential);
    QVERIFY(m_current->useCredential(SecretText::fromUtf8("new")).ok());
    QCOMPARE(m_current->state(), State::Open);
    QVERIFY(m_apis->lastCredential().equals(SecretText::fromUtf8("new")));
}

void KnownConnectionsTest::anotherTokenOfAClosedConnectionWaitsForIt()
{
    const Connection server = add(QStringLiteral("https://one.example"), "old");
    QVERIFY(m_current->open(server.key));
    QTRY_COMPARE(m_current->state(), State::Open);
    m_current->openLocal();
    m_workspace->becomeReady();
    QSignalSpy reconnected(m_current.get(), &CurrentConnection::reconnected);
    QVERIFY(m_current->useCredential(server.key, SecretText::fromUtf8("new")).ok());
    QCOMPARE(reconnected.size(), 0);
    QCOMPARE(m_current->connection()->kind, Connection::Kind::Local);
    QVERIFY(m_current->open(server.key));
    QCOMPARE(m_current->state(), State::Open);
    QVERIFY(m_apis->lastCredential().equals(SecretText::fromUtf8("new")));
}

void KnownConnectionsTest::theLocalWorkspaceTakesNoToken()
{
    m_current->openLocal();
    m_workspace->becomeReady();
    const auto refused = m_current->useCredential(SecretText::fromUtf8("token"));
    QVERIFY(!refused.ok());
    QCOMPARE(refused.error().kind, ErrorKind::NotAllowed);
    QVERIFY(m_apis->lastCredential().equals(m_workspace->credential()));
    QCOMPARE(m_vault->writes(), 0);
}

void KnownConnectionsTest::aChangedSettingTakesEffectAtOnce_data()
{
    QTest::addColumn<QString>("proxy");
    QTest::addColumn<QString>("authorityFile");
    QTest::addColumn<DateStyle>("dates");
    QTest::newRow("proxy") << QStringLiteral("none") << QString() << DateStyle::Iso8601;
    QTest::newRow("authority") << QString() << QStringLiteral("/corp.pem") << DateStyle::Iso8601;
    QTest::newRow("dates") << QString() << QString() << DateStyle::Seconds;
}

void KnownConnectionsTest::aChangedSettingTakesEffectAtOnce()
{
    QFETCH(QString, proxy);
    QFETCH(QString, authorityFile);
    QFETCH(DateStyle, dates);
    Connection server = add(QStringLiteral("https://one.example"), "token");
    QVERIFY(m_current->open(server.key));
    QTRY_COMPARE(m_current->state(), State::Open);
    const auto api = m_current->api();
    QSignalSpy reconnected(m_current.get(), &CurrentConnection::reconnected);
    server.target.proxy = proxy;
    server.target.authorityFile = authorityFile;
    server.target.dateStyle = dates;
    QVERIFY(m_current->update(server).ok());
    QCOMPARE(m_apis->targets().constLast(), server.target);
    QVERIFY(m_apis->lastCredential().equals(SecretText::fromUtf8("token")));
    QCOMPARE(m_current->api(), api);
    QCOMPARE(m_current->connection()->target, server.target);
    QCOMPARE(reconnected.size(), 1);
}

void KnownConnectionsTest::aNameAloneDisturbsNothing()
{
    Connection server = add(QStringLiteral("https://one.example"), "token");
    QVERIFY(m_current->open(server.key));
    QTRY_COMPARE(m_current->state(), State::Open);
    const qsizetype targets = m_apis->targets().size();
    QSignalSpy reconnected(m_current.get(), &CurrentConnection::reconnected);
    QSignalSpy changed(m_current.get(), &CurrentConnection::changed);
    server.name = QStringLiteral("Production");
    server.policy.unlimitedAllowed = false;
    QVERIFY(m_current->update(server).ok());
    QCOMPARE(m_current->connection()->name, QStringLiteral("Production"));
    QVERIFY(!m_current->connection()->policy.unlimitedAllowed);
    QCOMPARE(m_apis->targets().size(), targets);
    QCOMPARE(reconnected.size(), 0);
    QCOMPARE(changed.size(), 1);
}

void KnownConnectionsTest::anotherListGetsAnotherApi()
{
    Connection server = add(QStringLiteral("https://one.example"), "token");
    QVERIFY(m_current->open(server.key));
    QTRY_COMPARE(m_current->state(), State::Open);
    const auto api = m_current->api();
    server.target.resourcePath = QStringLiteral("/elsewhere");
    QVERIFY(m_current->update(server).ok());
    QCOMPARE(m_current->state(), State::Open);
    QVERIFY(m_current->api() && m_current->api() != api);
    QCOMPARE(m_apis->targets().constLast(), server.target);
}

void KnownConnectionsTest::sendsATokenToNoOtherServer()
{
    Connection server = add(QStringLiteral("https://one.example"), "token");
    QVERIFY(m_current->open(server.key));
    QTRY_COMPARE(m_current->state(), State::Open);
    const qsizetype targets = m_apis->targets().size();
    server.target.address = QUrl(QStringLiteral("https://two.example"));
    const auto refused = m_current->update(server);
    QVERIFY(!refused.ok());
    QCOMPARE(refused.error().kind, ErrorKind::NotAllowed);
    QCOMPARE(m_apis->targets().size(), targets);
    QCOMPARE(m_store->servers().constFirst().target.address.host(), QStringLiteral("one.example"));

    QVERIFY(m_current->update(server, SecretText::fromUtf8("of two")).ok());
    QCOMPARE(m_apis->targets().size(), targets + 1);
    QCOMPARE(m_apis->targets().constLast(), server.target);
    QVERIFY(m_apis->lastCredential().equals(SecretText::fromUtf8("of two")));
    QCOMPARE(m_current->state(), State::Open);
    QTRY_VERIFY(inKeychain(server.key).equals(SecretText::fromUtf8("of two")));
}

void KnownConnectionsTest::whatCannotBeSavedTakesNoEffect()
{
    Connection server = add(QStringLiteral("https://one.example"), "token");
    QVERIFY(m_current->open(server.key));
    QTRY_COMPARE(m_current->state(), State::Open);
    const qsizetype targets = m_apis->targets().size();
    m_store->failWith(Error(ErrorKind::FileUnwritable, QStringLiteral("The disk is full.")));
    server.target.proxy = QStringLiteral("none");
    QVERIFY(!m_current->update(server, SecretText::fromUtf8("new")).ok());
    QVERIFY(!m_current->remove(server.key).ok());
    QCOMPARE(m_apis->targets().size(), targets);
    QVERIFY(m_current->connection()->target.proxy.isEmpty());
    QCOMPARE(m_current->state(), State::Open);
    QVERIFY(inKeychain(server.key).equals(SecretText::fromUtf8("token")));
}

void KnownConnectionsTest::removesAConnectionWithItsToken()
{
    const Connection one = add(QStringLiteral("https://one.example"), "token one");
    const Connection two = add(QStringLiteral("https://two.example"), "token two");
    m_vault->put(VaultEntry::forAccount(one.key, QStringLiteral("ci_deploy")), "a script's");
    QVERIFY(m_current->open(two.key));
    QTRY_COMPARE(m_current->state(), State::Open);
    std::optional<std::optional<Error>> outcome;
    connect(m_current.get(), &CurrentConnection::removed, this,
            [&](const Connection &, const std::optional<Error> &problem) { outcome = problem; });
    QVERIFY(m_current->remove(one.key).ok());
    QCOMPARE(m_store->servers(), QList<Connection>{two});
    QTRY_VERIFY(outcome);
    QVERIFY(!*outcome);
    QVERIFY(!m_vault->has(VaultEntry::forConnection(one.key)));
    QVERIFY(m_vault->has(VaultEntry::forAccount(one.key, QStringLiteral("ci_deploy"))));
    QCOMPARE(m_current->state(), State::Open);
}

void KnownConnectionsTest::closesTheOneThatIsRemoved()
{
    const Connection server = add(QStringLiteral("https://one.example"), "token");
    QVERIFY(m_current->open(server.key));
    QTRY_VERIFY(m_current->session());
    QVERIFY(m_current->remove(server.key).ok());
    QCOMPARE(m_current->state(), State::None);
    QVERIFY(!m_current->connection());
    QVERIFY(!m_current->api());
    QVERIFY(!m_current->session());
    QVERIFY(m_store->lastUsedKey().isEmpty());
}

void KnownConnectionsTest::saysWhenTheKeychainKeepsTheTokenOfARemovedOne()
{
    const Connection server = add(QStringLiteral("https://one.example"), "token");
    m_vault->failWith(Error(ErrorKind::KeychainLocked));
    std::optional<Error> problem;
    QString name;
    connect(m_current.get(), &CurrentConnection::removed, this,
            [&](const Connection &removed, const std::optional<Error> &why) {
                name = removed.name;
                problem = why;
            });
    QVERIFY(m_current->remove(server.key).ok());
    QTRY_VERIFY(problem);
    QCOMPARE(problem->kind, ErrorKind::KeychainLocked);
    QCOMPARE(name, server.name);
}

void KnownConnectionsTest::keepsTheLocalWorkspace()
{
    const auto refused = m_current->remove(m_store->local().key);
    QVERIFY(!refused.ok());
    QCOMPARE(refused.error().kind, ErrorKind::NotAllowed);
    Connection local = m_store->local();
    local.policy.longestLifetimeDays = 30;
    QVERIFY(m_current->update(local).ok());
    QCOMPARE(m_current->known().constFirst().policy.longestLifetimeDays, std::optional(30));
}

void KnownConnectionsTest::saysWhoOneIsSignedInAs()
{
    m_api->setSession({QStringLiteral("7"), QStringLiteral("ci_admin"), {}, {}, {}});
    const Connection server = add(QStringLiteral("https://one.example"), "token");
    QSignalSpy told(m_current.get(), &CurrentConnection::sessionChanged);
    QVERIFY(m_current->open(server.key));
    QVERIFY(!m_current->session());
    QTRY_VERIFY(m_current->session());
    QCOMPARE(m_current->session()->userName, QStringLiteral("ci_admin"));
    QCOMPARE(told.size(), 1);
    m_current->openLocal();
    QVERIFY(!m_current->session());
    QCOMPARE(told.size(), 2);
}

void KnownConnectionsTest::givesTheTokenForATest()
{
    const Connection server = add(QStringLiteral("https://one.example"), "token");
    SecretText got;
    const auto keep = [&got](Result<SecretText> result) {
        if (result)
            got = std::move(result).value();
    };
    const Call fromKeychain = m_current->credential(server.key, this, keep);
    QTRY_VERIFY(got.equals(SecretText::fromUtf8("token")));
    // The keychain is asked once.
    got = {};
    m_vault->failWith(Error(ErrorKind::KeychainLocked));
    const Call fromThisRun = m_current->credential(server.key, this, keep);
    QTRY_VERIFY(got.equals(SecretText::fromUtf8("token")));
}

QTEST_GUILESS_MAIN(KnownConnectionsTest)
#include "tst_knownconnections.moc"
