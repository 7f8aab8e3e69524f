#include "tests/models/connections/connectionworld.h"

#include <QSignalSpy>
#include <QTest>

using State = CurrentConnection::State;

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
    void aChangedSettingTakesEffectAtOnce_data();
    void aChangedSettingTakesEffectAtOnce();
    void aNameAloneDisturbsNothing();
    void anotherListGetsAnotherApi();
    void aClosedOneThatChangesIsReadAnewWhenItIsOpened_data();
    void aClosedOneThatChangesIsReadAnewWhenItIsOpened();
    void aRemovedOneCannotBeChanged();
    void whatCannotBeSavedTakesNoEffect();
    void removesAConnectionWithItsToken();
    void closesTheOneThatIsRemoved();
    void keepsTheLocalWorkspace();
    void saysWhoOneIsSignedInAs();

private:
    std::unique_ptr<ConnectionWorld> m_world;
};

void KnownConnectionsTest::init()
{
    m_world = std::make_unique<ConnectionWorld>();
}

void KnownConnectionsTest::opensAnyThatIsKnown()
{
    const Connection one = m_world->add(QStringLiteral("https://one.example"), "token one");
    const Connection two = m_world->add(QStringLiteral("https://two.example"), "token two");
    for (const auto &[server, token] : {std::pair(one, "token one"), std::pair(two, "token two")}) {
        QVERIFY(m_world->current.open(server.key));
        QTRY_COMPARE(m_world->current.state(), State::Open);
        QCOMPARE(*m_world->current.connection(), server);
        QCOMPARE(m_world->apis.targets().constLast(), server.target);
        QVERIFY(m_world->apis.lastCredential().equals(SecretText::fromUtf8(token)));
        QCOMPARE(m_world->store.lastUsedKey(), server.key);
    }
    QVERIFY(m_world->current.open(m_world->store.local().key));
    QCOMPARE(m_world->current.connection()->kind, Connection::Kind::Local);
    QVERIFY(!m_world->current.open(QStringLiteral("nobody")));
    QCOMPARE(m_world->current.connection()->kind, Connection::Kind::Local);
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
    m_world->store.addServer(QStringLiteral("https://one.example"));
    m_world->store.addServer(QStringLiteral("https://two.example"));
    m_world->store.addServer(QStringLiteral("https://server"));
    QTEST(m_world->current.keyOf(text), "key");
}

void KnownConnectionsTest::connectsToAKnownAddressUnderItsNameAndSettings()
{
    Connection known = m_world->add(QStringLiteral("https://one.example"), "old");
    known.name = QStringLiteral("Production");
    known.target.resourcePath = QStringLiteral("/r");
    QVERIFY(m_world->store.update(known).ok());
    ApiTarget typed;
    typed.address = QUrl(QStringLiteral("https://ONE.example:443/"));
    QVERIFY(m_world->current.connectTo(typed, SecretText::fromUtf8("new")).ok());
    QCOMPARE(m_world->store.servers().size(), 1);
    QCOMPARE(m_world->current.connection()->name, QStringLiteral("Production"));
    QCOMPARE(m_world->apis.targets().constLast(), known.target);
    QTRY_VERIFY(m_world->inKeychain(known.key).equals(SecretText::fromUtf8("new")));
}

void KnownConnectionsTest::namesANewServerAfterItsAddress()
{
    m_world->store.addServer(QStringLiteral("https://one.example"));
    ApiTarget behind;
    behind.address = QUrl(QStringLiteral("https://one.example/behind"));
    QVERIFY(m_world->current.connectTo(behind, SecretText::fromUtf8("token")).ok());
    QCOMPARE(m_world->store.servers().size(), 2);
    QCOMPARE(m_world->current.connection()->name, QStringLiteral("one.example 2"));
}

void KnownConnectionsTest::anAddedServerIsNotOpened()
{
    QSignalSpy changed(&m_world->current, &CurrentConnection::changed);
    Connection server;
    server.kind = Connection::Kind::Server;
    server.name = QStringLiteral("Production");
    server.target.address = QUrl(QStringLiteral("https://one.example"));
    const auto added = m_world->current.add(server, SecretText::fromUtf8("token"));
    QVERIFY(added.ok());
    QCOMPARE(changed.size(), 1);
    QCOMPARE(m_world->current.state(), State::None);
    QCOMPARE(m_world->current.known().size(), 2);
    QTRY_VERIFY(m_world->inKeychain(added.value().key).equals(SecretText::fromUtf8("token")));
    QVERIFY(m_world->current.open(added.value().key));
    QCOMPARE(m_world->current.state(), State::Open);
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
    Connection server = m_world->add(QStringLiteral("https://one.example"), "token");
    QVERIFY(m_world->current.open(server.key));
    QTRY_COMPARE(m_world->current.state(), State::Open);
    const auto api = m_world->current.api();
    QSignalSpy reconnected(&m_world->current, &CurrentConnection::reconnected);
    server.target.proxy = proxy;
    server.target.authorityFile = authorityFile;
    server.target.dateStyle = dates;
    QVERIFY(m_world->current.update(server).ok());
    QCOMPARE(m_world->apis.targets().constLast(), server.target);
    QVERIFY(m_world->apis.lastCredential().equals(SecretText::fromUtf8("token")));
    QCOMPARE(m_world->current.api(), api);
    QCOMPARE(m_world->current.connection()->target, server.target);
    QCOMPARE(reconnected.size(), 1);
}

void KnownConnectionsTest::aNameAloneDisturbsNothing()
{
    Connection server = m_world->add(QStringLiteral("https://one.example"), "token");
    QVERIFY(m_world->current.open(server.key));
    QTRY_COMPARE(m_world->current.state(), State::Open);
    const qsizetype targets = m_world->apis.targets().size();
    QSignalSpy reconnected(&m_world->current, &CurrentConnection::reconnected);
    QSignalSpy changed(&m_world->current, &CurrentConnection::changed);
    server.name = QStringLiteral("Production");
    server.policy.unlimitedAllowed = false;
    QVERIFY(m_world->current.update(server).ok());
    QCOMPARE(m_world->current.connection()->name, QStringLiteral("Production"));
    QVERIFY(!m_world->current.connection()->policy.unlimitedAllowed);
    QCOMPARE(m_world->apis.targets().size(), targets);
    QCOMPARE(reconnected.size(), 0);
    QCOMPARE(changed.size(), 1);
}

void KnownConnectionsTest::anotherListGetsAnotherApi()
{
    Connection server = m_world->add(QStringLiteral("https://one.example"), "token");
    QVERIFY(m_world->current.open(server.key));
    QTRY_COMPARE(m_world->current.state(), State::Open);
    const auto api = m_world->current.api();
    server.target.resourcePath = QStringLiteral("/elsewhere");
    QVERIFY(m_world->current.update(server).ok());
    QCOMPARE(m_world->current.state(), State::Open);
    QVERIFY(m_world->current.api() && m_world->current.api() != api);
    QCOMPARE(m_world->apis.targets().constLast(), server.target);
}

void KnownConnectionsTest::aClosedOneThatChangesIsReadAnewWhenItIsOpened_data()
{
    QTest::addColumn<QString>("resourcePath");
    QTest::addColumn<QString>("proxy");
    QTest::addColumn<bool>("isSameApi");
    QTest::newRow("another list") << QStringLiteral("/elsewhere") << QString() << false;
    QTest::newRow("another way to it") << ApiTarget::defaultResourcePath() << QStringLiteral("none") << true;
}

void KnownConnectionsTest::aClosedOneThatChangesIsReadAnewWhenItIsOpened()
{
    QFETCH(QString, resourcePath);
    QFETCH(QString, proxy);
    QFETCH(bool, isSameApi);
    Connection one = m_world->add(QStringLiteral("https://one.example"), "token one");
    const Connection two = m_world->add(QStringLiteral("https://two.example"), "token two");
    QVERIFY(m_world->current.open(one.key));
    QTRY_COMPARE(m_world->current.state(), State::Open);
    const auto api = m_world->current.api();
    QVERIFY(m_world->current.open(two.key));
    QTRY_COMPARE(m_world->current.state(), State::Open);
    QSignalSpy reconnected(&m_world->current, &CurrentConnection::reconnected);
    one.target.resourcePath = resourcePath;
    one.target.proxy = proxy;
    QVERIFY(m_world->current.update(one).ok());
    QCOMPARE(*m_world->current.connection(), two);
    QCOMPARE(m_world->current.state(), State::Open);
    QCOMPARE(reconnected.size(), 0);
    QVERIFY(m_world->current.open(one.key));
    QCOMPARE(m_world->current.state(), State::Open);
    QCOMPARE(m_world->current.api() == api, isSameApi);
    QCOMPARE(m_world->apis.targets().constLast(), one.target);
    QVERIFY(m_world->apis.lastCredential().equals(SecretText::fromUtf8("token one")));
}

void KnownConnectionsTest::aRemovedOneCannotBeChanged()
{
    Connection server = m_world->add(QStringLiteral("https://one.example"), "token");
    QVERIFY(m_world->current.remove(server.key).ok());
    server.name = QStringLiteral("Production");
    const auto refused = m_world->current.update(server);
    QVERIFY(!refused.ok());
    QCOMPARE(refused.error().sentence(), QStringLiteral("This connection was removed meanwhile."));
    // Removing it twice is no more than that.
    QVERIFY(m_world->current.remove(server.key).ok());
    QVERIFY(m_world->store.servers().isEmpty());
}

void KnownConnectionsTest::whatCannotBeSavedTakesNoEffect()
{
    Connection server = m_world->add(QStringLiteral("https://one.example"), "token");
    QVERIFY(m_world->current.open(server.key));
    QTRY_COMPARE(m_world->current.state(), State::Open);
    const qsizetype targets = m_world->apis.targets().size();
    m_world->store.failWith(Error(ErrorKind::FileUnwritable, QStringLiteral("The disk is full.")));
    server.target.proxy = QStringLiteral("none");
    QVERIFY(!m_world->current.update(server, SecretText::fromUtf8("new")).ok());
    QVERIFY(!m_world->current.remove(server.key).ok());
    QCOMPARE(m_world->apis.targets().size(), targets);
    QVERIFY(m_world->current.connection()->target.proxy.isEmpty());
    QCOMPARE(m_world->current.state(), State::Open);
    QVERIFY(m_world->inKeychain(server.key).equals(SecretText::fromUtf8("token")));
}

void KnownConnectionsTest::removesAConnectionWithItsToken()
{
    const Connection one = m_world->add(QStringLiteral("https://one.example"), "token one");
    const Connection two = m_world->add(QStringLiteral("https://two.example"), "token two");
    m_world->vault.put(VaultEntry::forAccount(one.key, QStringLiteral("ci_deploy")), "a script's");
    QVERIFY(m_world->current.open(two.key));
    QTRY_COMPARE(m_world->current.state(), State::Open);
    std::optional<std::optional<Error>> outcome;
    connect(&m_world->current, &CurrentConnection::removed, this,
            [&](const Connection &, const std::optional<Error> &problem) { outcome = problem; });
    QVERIFY(m_world->current.remove(one.key).ok());
    QCOMPARE(m_world->store.servers(), QList<Connection>{two});
    QTRY_VERIFY(outcome);
    QVERIFY(!*outcome);
    QVERIFY(!m_world->vault.has(VaultEntry::forConnection(one.key)));
    QVERIFY(m_world->vault.has(VaultEntry::forAccount(one.key, QStringLiteral("ci_deploy"))));
    QCOMPARE(m_world->current.state(), State::Open);
}

void KnownConnectionsTest::closesTheOneThatIsRemoved()
{
    const Connection server = m_world->add(QStringLiteral("https://one.example"), "token");
    QVERIFY(m_world->current.open(server.key));
    QTRY_VERIFY(m_world->current.session());
    QVERIFY(m_world->current.remove(server.key).ok());
    QCOMPARE(m_world->current.state(), State::None);
    QVERIFY(!m_world->current.connection());
    QVERIFY(!m_world->current.api());
    QVERIFY(!m_world->current.session());
    QVERIFY(m_world->store.lastUsedKey().isEmpty());
}

void KnownConnectionsTest::keepsTheLocalWorkspace()
{
    const auto refused = m_world->current.remove(m_world->store.local().key);
    QVERIFY(!refused.ok());
    QCOMPARE(refused.error().kind, ErrorKind::NotAllowed);
    Connection local = m_world->store.local();
    local.policy.longestLifetimeDays = 30;
    QVERIFY(m_world->current.update(local).ok());
    QCOMPARE(m_world->current.known().constFirst().policy.longestLifetimeDays, std::optional(30));
}

void KnownConnectionsTest::saysWhoOneIsSignedInAs()
{
    m_world->api.setSession({QStringLiteral("7"), QStringLiteral("ci_admin"), {}, {}, {}});
    const Connection server = m_world->add(QStringLiteral("https://one.example"), "token");
    QSignalSpy told(&m_world->current, &CurrentConnection::sessionChanged);
    QVERIFY(m_world->current.open(server.key));
    QVERIFY(!m_world->current.session());
    QTRY_VERIFY(m_world->current.session());
    QCOMPARE(m_world->current.session()->userName, QStringLiteral("ci_admin"));
    QCOMPARE(told.size(), 1);
    m_world->current.openLocal();
    QVERIFY(!m_world->current.session());
    QCOMPARE(told.size(), 2);
}

QTEST_GUILESS_MAIN(KnownConnectionsTest)
#include "tst_knownconnections.moc"
