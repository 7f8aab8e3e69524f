#include "models/connections/connectionimport.h"
#include "tests/models/connections/connectionworld.h"

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
    std::unique_ptr<ConnectionWorld> m_world;
};

void ConnectionImportTest::init()
{
    m_world = std::make_unique<ConnectionWorld>();
}

void ConnectionImportTest::takesWhatAnotherComputerExported()
{
    MemoryConnectionStore other;
    Connection exported = other.addServer(QStringLiteral("https://one.example"));
    exported.target.proxy = QStringLiteral("none");
    exported.policy = {30, false};
    QVERIFY(other.update(exported).ok());
    const auto lines = ConnectionImport::run(ConnectionsDocument::write(other.servers()), m_world->current);
    QVERIFY(lines.ok());
    QCOMPARE(ConnectionImport::taken(lines.value()), 1);
    const Connection taken = m_world->store.servers().constFirst();
    QCOMPARE(taken.name, exported.name);
    QCOMPARE(taken.target, exported.target);
    QCOMPARE(taken.policy, exported.policy);
    QCOMPARE(m_world->vault.writes(), 0);
    QCOMPARE(m_world->current.state(), CurrentConnection::State::None);
}

void ConnectionImportTest::changesNothingThatIsThere()
{
    Connection there = m_world->store.addServer(QStringLiteral("https://one.example"));
    const QByteArray document = ConnectionsDocument::write({there});
    there.target.proxy = QStringLiteral("none");
    QVERIFY(m_world->store.update(there).ok());
    for (int i = 0; i < 2; ++i) {
        const auto lines = ConnectionImport::run(document, m_world->current);
        QVERIFY(lines.ok());
        QCOMPARE(ConnectionImport::taken(lines.value()), 0);
    }
    QCOMPARE(m_world->store.servers().size(), 1);
    QCOMPARE(m_world->store.servers().constFirst().target.proxy, QStringLiteral("none"));
}

void ConnectionImportTest::saysWhatBecameOfEachEntry()
{
    Connection there = m_world->store.addServer(QStringLiteral("https://one.example"));
    there.name = QStringLiteral("Production");
    QVERIFY(m_world->store.update(there).ok());
    const auto lines = ConnectionImport::run(R"({"format":"apono-console-connections","version":1,
        "connections":[{"name":"production","address":"https://one.example/"},
                       {"name":"Production","address":"https://two.example"},
                       {"name":"Staging","address":"https://one.example"},
                       {"name":"Local","address":"https://three.example"},
                       {"name":"Bad","address":"http://three.example"}]})",
                                             m_world->current);
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
    QCOMPARE(m_world->store.servers().size(), 4);
}

void ConnectionImportTest::saysWhatCouldNotBeSaved()
{
    const Connection exported = MemoryConnectionStore().addServer(QStringLiteral("https://one.example"));
    m_world->store.failWith(Error(ErrorKind::FileUnwritable, QStringLiteral("The disk is full.")));
    const auto lines = ConnectionImport::run(ConnectionsDocument::write({exported}), m_world->current);
    QVERIFY(lines.ok());
    QCOMPARE(lines.value().constFirst().outcome, Outcome::NotSaved);
    QCOMPARE(lines.value().constFirst().sentence,
             QStringLiteral("one.example could not be saved: The disk is full."));
}

void ConnectionImportTest::takesNothingFromAnotherFile()
{
    const auto lines = ConnectionImport::run("{}", m_world->current);
    QVERIFY(!lines.ok());
    QCOMPARE(lines.error().kind, ErrorKind::NotAllowed);
    QVERIFY(m_world->store.servers().isEmpty());
}

QTEST_GUILESS_MAIN(ConnectionImportTest)
#include "tst_connectionimport.moc"
