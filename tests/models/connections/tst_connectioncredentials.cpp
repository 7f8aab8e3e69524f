#include "tests/models/connections/connectionworld.h"

#include <QSignalSpy>
#include <QTest>

using State = CurrentConnection::State;
using Verb = MemoryAdminApi::Verb;

/// What the console signs in with, as CurrentConnection uses it.
class ConnectionCredentialsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void asksForATokenThatNobodyGaveYet();
    void notesWhenTheKeychainTookAToken();
    void keepsEachTokenWhateverIsOpenedMeanwhile();
    void anotherTokenGoesOnWhereTheListWas();
    void anotherTokenOpensWhatCouldNotBeRead();
    void anotherTokenOfAClosedConnectionWaitsForIt();
    void anotherTokenOpensNothingThatNobodyWaitsFor();
    void aTokenOnItsWayGoesWithItsConnection();
    void theLocalWorkspaceTakesNoToken();
    void sendsATokenToNoOtherServer();
    void saysWhenTheKeychainKeepsTheTokenOfARemovedOne();
    void givesTheTokenForATest();

private:
    std::unique_ptr<ConnectionWorld> m_world;
};

void ConnectionCredentialsTest::init()
{
    m_world = std::make_unique<ConnectionWorld>();
}

void ConnectionCredentialsTest::asksForATokenThatNobodyGaveYet()
{
    const Connection server = m_world->store.addServer(QStringLiteral("https://one.example"));
    QVERIFY(m_world->current.open(server.key));
    QTRY_COMPARE(m_world->current.state(), State::NeedsCredential);
    // Here nothing was lost: there never was one.
    QCOMPARE(m_world->current.error().kind, ErrorKind::KeychainEntryMissing);
}

void ConnectionCredentialsTest::notesWhenTheKeychainTookAToken()
{
    ApiTarget target;
    target.address = QUrl(QStringLiteral("https://one.example"));
    QVERIFY(m_world->current.connectTo(target, SecretText::fromUtf8("token")).ok());
    QVERIFY(!m_world->current.connection()->credentialSaved.isValid());
    QTRY_COMPARE(m_world->current.connection()->credentialSaved, m_world->clock.now());
    QCOMPARE(m_world->store.servers().constFirst().credentialSaved, m_world->clock.now());

    const QDateTime before = m_world->clock.now();
    m_world->clock.advance(std::chrono::hours(1));
    m_world->vault.failWith(Error(ErrorKind::KeychainLocked));
    QVERIFY(m_world->current.useCredential(SecretText::fromUtf8("another")).ok());
    QTRY_VERIFY(m_world->current.keptInMemoryOnly());
    // What is in the keychain is still the one of before.
    QCOMPARE(m_world->store.servers().constFirst().credentialSaved, before);
}

void ConnectionCredentialsTest::keepsEachTokenWhateverIsOpenedMeanwhile()
{
    m_world->vault.hold();
    QStringList keys;
    for (const char *address : {"https://one.example", "https://two.example"}) {
        ApiTarget target;
        target.address = QUrl(QString::fromLatin1(address));
        QVERIFY(m_world->current.connectTo(target, SecretText::fromUtf8(address)).ok());
        keys.append(m_world->current.connection()->key);
    }
    m_world->current.openLocal();
    m_world->vault.release();
    QTRY_COMPARE(m_world->store.servers().at(0).credentialSaved, m_world->clock.now());
    QTRY_COMPARE(m_world->store.servers().at(1).credentialSaved, m_world->clock.now());
    QVERIFY(m_world->inKeychain(keys.at(0)).equals(SecretText::fromUtf8("https://one.example")));
}

void ConnectionCredentialsTest::anotherTokenGoesOnWhereTheListWas()
{
    const Connection server = m_world->add(QStringLiteral("https://one.example"), "old");
    QVERIFY(m_world->current.open(server.key));
    QTRY_COMPARE(m_world->api.calls(Verb::Session), 1);
    const auto api = m_world->current.api();
    QSignalSpy reconnected(&m_world->current, &CurrentConnection::reconnected);
    m_world->api.setSession({QStringLiteral("9"), QStringLiteral("other_admin"), {}, {}, {}});

    QVERIFY(m_world->current.useCredential(SecretText::fromUtf8("new")).ok());
    QCOMPARE(reconnected.size(), 1);
    QCOMPARE(m_world->current.state(), State::Open);
    QCOMPARE(m_world->current.api(), api);
    QVERIFY(m_world->apis.lastCredential().equals(SecretText::fromUtf8("new")));
    QCOMPARE(m_world->apis.targets().constLast(), server.target);
    QTRY_VERIFY(m_world->current.session());
    QCOMPARE(m_world->current.session()->userName, QStringLiteral("other_admin"));
    QTRY_VERIFY(m_world->inKeychain(server.key).equals(SecretText::fromUtf8("new")));
}

void ConnectionCredentialsTest::anotherTokenOpensWhatCouldNotBeRead()
{
    const Connection server = m_world->store.addServer(QStringLiteral("https://one.example"));
    QVERIFY(m_world->current.open(server.key));
    QTRY_COMPARE(m_world->current.state(), State::NeedsCredential);
    QVERIFY(m_world->current.useCredential(SecretText::fromUtf8("new")).ok());
    QCOMPARE(m_world->current.state(), State::Open);
    QVERIFY(m_world->apis.lastCredential().equals(SecretText::fromUtf8("new")));
}

void ConnectionCredentialsTest::anotherTokenOfAClosedConnectionWaitsForIt()
{
    const Connection server = m_world->add(QStringLiteral("https://one.example"), "old");
    QVERIFY(m_world->current.open(server.key));
    QTRY_COMPARE(m_world->current.state(), State::Open);
    m_world->current.openLocal();
    m_world->workspace.becomeReady();
    QSignalSpy reconnected(&m_world->current, &CurrentConnection::reconnected);
    QVERIFY(m_world->current.useCredential(server.key, SecretText::fromUtf8("new")).ok());
    QCOMPARE(reconnected.size(), 0);
    QCOMPARE(m_world->current.connection()->kind, Connection::Kind::Local);
    QVERIFY(m_world->current.open(server.key));
    QCOMPARE(m_world->current.state(), State::Open);
    QVERIFY(m_world->apis.lastCredential().equals(SecretText::fromUtf8("new")));
}

void ConnectionCredentialsTest::anotherTokenOpensNothingThatNobodyWaitsFor()
{
    const Connection one = m_world->store.addServer(QStringLiteral("https://one.example"));
    const Connection two = m_world->store.addServer(QStringLiteral("https://two.example"));
    QVERIFY(m_world->current.open(one.key));
    QTRY_COMPARE(m_world->current.state(), State::NeedsCredential);
    QVERIFY(m_world->current.useCredential(two.key, SecretText::fromUtf8("of two")).ok());
    QCOMPARE(m_world->current.state(), State::NeedsCredential);
    QCOMPARE(*m_world->current.connection(), one);
    QVERIFY(m_world->apis.targets().isEmpty());
}

void ConnectionCredentialsTest::aTokenOnItsWayGoesWithItsConnection()
{
    ApiTarget target;
    target.address = QUrl(QStringLiteral("https://one.example"));
    m_world->vault.hold();
    QVERIFY(m_world->current.connectTo(target, SecretText::fromUtf8("token")).ok());
    const QString key = m_world->current.connection()->key;
    QVERIFY(m_world->current.remove(key).ok());
    m_world->vault.release();
    QCoreApplication::processEvents();
    QVERIFY(m_world->inKeychain(key).isEmpty());
    QVERIFY(!m_world->current.find(key));
    QCOMPARE(m_world->current.state(), State::None);
}

void ConnectionCredentialsTest::theLocalWorkspaceTakesNoToken()
{
    m_world->current.openLocal();
    m_world->workspace.becomeReady();
    const auto refused = m_world->current.useCredential(SecretText::fromUtf8("token"));
    QVERIFY(!refused.ok());
    QCOMPARE(refused.error().kind, ErrorKind::NotAllowed);
    QVERIFY(m_world->apis.lastCredential().equals(m_world->workspace.credential()));
    QCOMPARE(m_world->vault.writes(), 0);
}

void ConnectionCredentialsTest::sendsATokenToNoOtherServer()
{
    Connection server = m_world->add(QStringLiteral("https://one.example"), "token");
    QVERIFY(m_world->current.open(server.key));
    QTRY_COMPARE(m_world->current.state(), State::Open);
    const qsizetype targets = m_world->apis.targets().size();
    server.target.address = QUrl(QStringLiteral("https://two.example"));
    const auto refused = m_world->current.update(server);
    QVERIFY(!refused.ok());
    QCOMPARE(refused.error().kind, ErrorKind::NotAllowed);
    QCOMPARE(m_world->apis.targets().size(), targets);
    QCOMPARE(m_world->store.servers().constFirst().target.address.host(), QStringLiteral("one.example"));

    QVERIFY(m_world->current.update(server, SecretText::fromUtf8("of two")).ok());
    QCOMPARE(m_world->apis.targets().size(), targets + 1);
    QCOMPARE(m_world->apis.targets().constLast(), server.target);
    QVERIFY(m_world->apis.lastCredential().equals(SecretText::fromUtf8("of two")));
    QCOMPARE(m_world->current.state(), State::Open);
    QTRY_VERIFY(m_world->inKeychain(server.key).equals(SecretText::fromUtf8("of two")));
}

void ConnectionCredentialsTest::saysWhenTheKeychainKeepsTheTokenOfARemovedOne()
{
    const Connection server = m_world->add(QStringLiteral("https://one.example"), "token");
    m_world->vault.failWith(Error(ErrorKind::KeychainLocked));
    std::optional<Error> problem;
    QString name;
    connect(&m_world->current, &CurrentConnection::removed, this,
            [&](const Connection &removed, const std::optional<Error> &why) {
                name = removed.name;
                problem = why;
            });
    QVERIFY(m_world->current.remove(server.key).ok());
    QTRY_VERIFY(problem);
    QCOMPARE(problem->kind, ErrorKind::KeychainLocked);
    QCOMPARE(name, server.name);
}

void ConnectionCredentialsTest::givesTheTokenForATest()
{
    const Connection server = m_world->add(QStringLiteral("https://one.example"), "token");
    SecretText got;
    const auto keep = [&got](Result<SecretText> result) {
        if (result)
            got = std::move(result).value();
    };
    const Call fromKeychain = m_world->current.credential(server.key, this, keep);
    QTRY_VERIFY(got.equals(SecretText::fromUtf8("token")));
    // The keychain is asked once.
    got = {};
    m_world->vault.failWith(Error(ErrorKind::KeychainLocked));
    const Call fromThisRun = m_world->current.credential(server.key, this, keep);
    QTRY_VERIFY(got.equals(SecretText::fromUtf8("token")));
}

QTEST_GUILESS_MAIN(ConnectionCredentialsTest)
#include "tst_connectioncredentials.moc"
