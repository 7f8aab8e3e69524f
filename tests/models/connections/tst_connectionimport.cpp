#include "models/connections/connectionimport.h"
#include "models/connections/currentconnection.h"
#include "tests/support/fakeworkspace.h"
#include "tests/support/fixedclock.h"
#include "tests/support/memoryapifactory.h"
#include "tests/support/memoryconnectionstore.h"
#include "tests/support/memorytokenvault.h"

#include <QTest>

using Outcome = ConnectionImport::Outcome;

class ConnectionImportTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void takesWhatAnotherComputerExported();
    void changesNothingThatIsThere();
    void saysWhatBecameOfEachEntry();
    void saysWhatCouldNotBeSaved();
    void takesNothingFromAnotherFile();

private:
    FixedClock m_clock{QDateTime(QDate(2026, 11, 24), QTime(10, 42), Qt::UTC)};
    MemoryAdminApi m_api{m_clock};
    MemoryApiFactory m_apis{m_api};
    FakeWorkspace m_workspace;
    MemoryTokenVault m_vault;
    std::unique_ptr<MemoryConnectionStore> m_store;
    std::unique_ptr<CurrentConnection> m_connections;
};

void ConnectionImportTest::init()
{
    m_connections.reset();
    m_store = std::make_unique<MemoryConnectionStore>();
    m_connections = std::make_unique<CurrentConnection>(m_workspace, m_apis, m_vault, *m_store, m_clock);
}

void ConnectionImportTest::takesWhatAnotherComputerExported()
{
    MemoryConnectionStore other;
    Connection exported = other.addServer(QStringLiteral("https://one.example"));
    exported.target.proxy = QStringLiteral("none");
    exported.policy = {30, false};
    QVERIFY(other.update(exported).ok());
    const auto lines = ConnectionImport::run(ConnectionsDocument::write(other.servers()), *m_connections);
    QVERIFY(lines.ok());
    QCOMPARE(ConnectionImport::taken(lines.value()), 1);
    const Connection taken = m_store->servers().constFirst();
    QCOMPARE(taken.name, exported.name);
    QCOMPARE(taken.target, exported.target);
    QCOMPARE(taken.policy, exported.policy);
    QCOMPARE(m_vault.writes(), 0);
    QCOMPARE(m_connections->state(), CurrentConnection::State::None);
}

void ConnectionImportTest::changesNothingThatIsThere()
{
    Connection there = m_store->addServer(QStringLiteral("https://one.example"));
    const QByteArray document = ConnectionsDocument::write({there});
    there.target.proxy = QStringLiteral("none");
    QVERIFY(m_store->update(there).ok());
    for (int i = 0; i < 2; ++i) {
        const auto lines = ConnectionImport::run(document, *m_connections);
        QVERIFY(lines.ok());
        QCOMPARE(ConnectionImport::taken(lines.value()), 0);
    }
    QCOMPARE(m_store->servers().size(), 1);
    QCOMPARE(m_store->servers().constFirst().target.proxy, QStringLiteral("none"));
}

void ConnectionImportTest::saysWhatBecameOfEachEntry()
{
    Connection there = m_store->addServer(QStringLiteral("https://one.example"));
    there.name = QStringLiteral("Production");
    QVERIFY(m_store->update(there).ok());
    const auto lines = ConnectionImport::run(R"({"format":"apono-console-connections","version":1,
        "connections":[{"name":"production","address":"https://one.example/"},
                       {"name":"Production","address":"https://two.example"},
                       {"name":"Staging","address":"https://one.example"},
                       {"name":"Local","address":"https://three.example"},
                       {"name":"Bad","address":"http://three.example"}]})",
                                             *m_connections);
    QVERIFY(lines.ok());
    const auto line = [&lines](int i) { return lines.value().at(i); };
    QCOMPARE(lines.value().size(), 5);
    QCOMPARE(line(0).outcome, Outcome::Skipped);
    QCOMPARE(line(0).sentence, QStringLiteral("production is there already and was skipped."));
    QCOMPARE(line(1).outcome, Outcome::Renamed);
    QCOMPARE(line(1).sentence,
             QStringLiteral("Production was added as Production 2, because that name was taken."));
    QCOMPARE(line(2).outcome, Outcome::Added);
    QCOMPARE(line(2).sentence, QStringLiteral("Staging was added."));
    QCOMPARE(line(3).outcome, Outcome::Renamed);
    QCOMPARE(line(4).outcome, Outcome::Refused);
    QVERIFY2(line(4).sentence.startsWith(QStringLiteral("Bad was left out: A token is sent over https://")),
             qPrintable(line(4).sentence));
    QCOMPARE(ConnectionImport::taken(lines.value()), 3);
    QCOMPARE(m_store->servers().size(), 4);
}

void ConnectionImportTest::saysWhatCouldNotBeSaved()
{
    const Connection exported = MemoryConnectionStore().addServer(QStringLiteral("https://one.example"));
    m_store->failWith(Error(ErrorKind::FileUnwritable, QStringLiteral("The disk is full.")));
    const auto lines = ConnectionImport::run(ConnectionsDocument::write({exported}), *m_connections);
    QVERIFY(lines.ok());
    QCOMPARE(lines.value().constFirst().outcome, Outcome::NotSaved);
    QCOMPARE(lines.value().constFirst().sentence,
             QStringLiteral("one.example could not be saved: The disk is full."));
}

void ConnectionImportTest::takesNothingFromAnotherFile()
{
    const auto lines = ConnectionImport::run("{}", *m_connections);
    QVERIFY(!lines.ok());
    QCOMPARE(lines.error().kind, ErrorKind::NotAllowed);
    QVERIFY(m_store->servers().isEmpty());
}

QTEST_GUILESS_MAIN(ConnectionImportTest)
#include "tst_connectionimport.moc"
