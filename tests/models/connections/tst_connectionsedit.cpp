#include "models/connections/connectionsedit.h"
#include "models/connections/currentconnection.h"
#include "tests/support/fakeworkspace.h"
#include "tests/support/fixedclock.h"
#include "tests/support/memoryapifactory.h"
#include "tests/support/memoryconnectionstore.h"
#include "tests/support/memorytokenvault.h"

#include <QTest>

using Field = ConnectionDraft::Field;

class ConnectionsEditTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void namesANewOneSoThatNoOtherHasItsName();
    void comparesNamesAsTheyAreTyped();
    void savesNothingThatIsNotChanged();
    void savesWhatCanBeSavedWhenSomethingElseFails();
    void swapsNames();
    void passesNamesOn();
    void removesADraftThatWasNeverSaved();
    void doesNotRemoveTheLocalWorkspace();
    void followsAnImportAndKeepsWhatIsTyped();

private:
    FixedClock m_clock{QDateTime(QDate(2026, 11, 24), QTime(10, 42), Qt::UTC)};
    std::unique_ptr<MemoryAdminApi> m_api;
    std::unique_ptr<MemoryApiFactory> m_apis;
    std::unique_ptr<FakeWorkspace> m_workspace;
    std::unique_ptr<MemoryTokenVault> m_vault;
    std::unique_ptr<MemoryConnectionStore> m_store;
    std::unique_ptr<CurrentConnection> m_connections;
    std::unique_ptr<ConnectionsEdit> m_edit;
};

void ConnectionsEditTest::init()
{
    m_edit.reset();
    m_connections.reset();
    m_apis.reset();
    m_api = std::make_unique<MemoryAdminApi>(m_clock);
    m_apis = std::make_unique<MemoryApiFactory>(*m_api);
    m_workspace = std::make_unique<FakeWorkspace>();
    m_vault = std::make_unique<MemoryTokenVault>();
    m_store = std::make_unique<MemoryConnectionStore>();
    m_store->addServer(QStringLiteral("https://one.example"));
    m_connections = std::make_unique<CurrentConnection>(*m_workspace, *m_apis, *m_vault, *m_store, m_clock);
    m_edit = std::make_unique<ConnectionsEdit>(*m_connections);
}

void ConnectionsEditTest::namesANewOneSoThatNoOtherHasItsName()
{
    const QString first = m_edit->draft(m_edit->add()).values().name;
    const QString second = m_edit->draft(m_edit->add()).values().name;
    QVERIFY(first != second);
    QVERIFY(!m_edit->check());
}

void ConnectionsEditTest::comparesNamesAsTheyAreTyped()
{
    const int row = m_edit->add();
    m_edit->draft(row).values().name = QStringLiteral(" One.Example ");
    const auto place = m_edit->check();
    QVERIFY(place);
    QCOMPARE(place->row, row);
    QCOMPARE(static_cast<int>(place->field), static_cast<int>(Field::Name));
    QVERIFY(m_edit->hasBadNote(row));
    // The other one is to be renamed as well: then the name is free.
    m_edit->draft(1).values().name = QStringLiteral("Two");
    QVERIFY(!m_edit->check());
    QVERIFY(!m_edit->hasBadNote(row));
}

void ConnectionsEditTest::savesNothingThatIsNotChanged()
{
    m_store->failWith(Error(ErrorKind::FileUnwritable, QStringLiteral("The disk is full.")));
    QVERIFY(!m_edit->isChanged());
    QVERIFY(m_edit->save().ok());
}

void ConnectionsEditTest::savesWhatCanBeSavedWhenSomethingElseFails()
{
    m_store->addServer(QStringLiteral("https://gone.example"));
    m_edit = std::make_unique<ConnectionsEdit>(*m_connections);
    const QString gone = m_edit->draft(2).kept().key;
    m_edit->draft(1).values().name = QStringLiteral("One");
    m_edit->draft(2).values().name = QStringLiteral("Gone");
    QVERIFY(m_connections->remove(gone).ok());
    QVERIFY(!m_edit->save().ok());
    QVERIFY(!m_connections->keyOf(QStringLiteral("One")).isEmpty());
    QCOMPARE(m_edit->unsaved(), QStringList{QStringLiteral("gone.example")});
    QCOMPARE(m_edit->draft(2).values().name, QStringLiteral("Gone"));
}

void ConnectionsEditTest::swapsNames()
{
    const QString one = m_edit->draft(1).kept().key;
    const QString two = m_store->addServer(QStringLiteral("https://two.example")).key;
    m_edit->follow();
    m_edit->draft(1).values().name = QStringLiteral("two.example");
    m_edit->draft(2).values().name = QStringLiteral("one.example");
    QVERIFY(!m_edit->check());
    QVERIFY(m_edit->save().ok());
    QCOMPARE(m_connections->find(one)->name, QStringLiteral("two.example"));
    QCOMPARE(m_connections->find(two)->name, QStringLiteral("one.example"));
    QVERIFY(!m_edit->isChanged());
}

void ConnectionsEditTest::passesNamesOn()
{
    m_store->addServer(QStringLiteral("https://two.example"));
    m_edit->follow();
    m_edit->draft(1).values().name = QStringLiteral("two.example");
    m_edit->draft(2).values().name = QStringLiteral("three.example");
    QVERIFY(m_edit->save().ok());
    QCOMPARE(m_connections->known().at(1).name, QStringLiteral("two.example"));
    QCOMPARE(m_connections->known().at(2).name, QStringLiteral("three.example"));
}

void ConnectionsEditTest::removesADraftThatWasNeverSaved()
{
    const int row = m_edit->add();
    QVERIFY(m_edit->remove(row).ok());
    QVERIFY(!m_edit->isChanged());
    QCOMPARE(m_edit->count(), 2);
}

void ConnectionsEditTest::doesNotRemoveTheLocalWorkspace()
{
    QVERIFY(!m_edit->whyNotRemovable(0).isEmpty());
    QVERIFY(m_edit->whyNotRemovable(1).isEmpty());
    m_connections->open(m_edit->draft(1).kept().key);
    QVERIFY(!m_edit->whyNotRemovable(1).isEmpty());
}

void ConnectionsEditTest::followsAnImportAndKeepsWhatIsTyped()
{
    m_edit->draft(1).values().name = QStringLiteral("One");
    m_store->addServer(QStringLiteral("https://imported.example"));
    m_edit->follow();
    QCOMPARE(m_edit->count(), 3);
    QCOMPARE(m_edit->draft(2).values().name, QStringLiteral("imported.example"));
    QCOMPARE(m_edit->draft(1).values().name, QStringLiteral("One"));
}

QTEST_GUILESS_MAIN(ConnectionsEditTest)
#include "tst_connectionsedit.moc"
