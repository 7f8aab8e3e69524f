#include "models/connections/connectionsedit.h"
#include "tests/models/connections/connectionworld.h"

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
    std::unique_ptr<ConnectionWorld> m_world;
    std::unique_ptr<ConnectionsEdit> m_edit;
};

void ConnectionsEditTest::init()
{
    m_edit.reset();
    m_world = std::make_unique<ConnectionWorld>();
    m_world->store.addServer(QStringLiteral("https://one.example"));
    m_edit = std::make_unique<ConnectionsEdit>(m_world->current);
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
    m_world->store.failWith(Error(ErrorKind::FileUnwritable, QStringLiteral("The disk is full.")));
    QVERIFY(!m_edit->isChanged());
    QVERIFY(m_edit->save().ok());
}

void ConnectionsEditTest::savesWhatCanBeSavedWhenSomethingElseFails()
{
    m_world->store.addServer(QStringLiteral("https://gone.example"));
    m_edit = std::make_unique<ConnectionsEdit>(m_world->current);
    const QString gone = m_edit->draft(2).kept().key;
    m_edit->draft(1).values().name = QStringLiteral("One");
    m_edit->draft(2).values().name = QStringLiteral("Gone");
    QVERIFY(m_world->current.remove(gone).ok());
    QVERIFY(!m_edit->save().ok());
    QVERIFY(!m_world->current.keyOf(QStringLiteral("One")).isEmpty());
    QCOMPARE(m_edit->unsaved(), QStringList{QStringLiteral("gone.example")});
    QCOMPARE(m_edit->draft(2).values().name, QStringLiteral("Gone"));
}

void ConnectionsEditTest::swapsNames()
{
    const QString one = m_edit->draft(1).kept().key;
    const QString two = m_world->store.addServer(QStringLiteral("https://two.example")).key;
    m_edit->follow();
    m_edit->draft(1).values().name = QStringLiteral("two.example");
    m_edit->draft(2).values().name = QStringLiteral("one.example");
    QVERIFY(!m_edit->check());
    QVERIFY(m_edit->save().ok());
    QCOMPARE(m_world->current.find(one)->name, QStringLiteral("two.example"));
    QCOMPARE(m_world->current.find(two)->name, QStringLiteral("one.example"));
    QVERIFY(!m_edit->isChanged());
}

void ConnectionsEditTest::passesNamesOn()
{
    m_world->store.addServer(QStringLiteral("https://two.example"));
    m_edit->follow();
    m_edit->draft(1).values().name = QStringLiteral("two.example");
    m_edit->draft(2).values().name = QStringLiteral("three.example");
    QVERIFY(m_edit->save().ok());
    QCOMPARE(m_world->current.known().at(1).name, QStringLiteral("two.example"));
    QCOMPARE(m_world->current.known().at(2).name, QStringLiteral("three.example"));
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
    m_world->current.open(m_edit->draft(1).kept().key);
    QVERIFY(!m_edit->whyNotRemovable(1).isEmpty());
}

void ConnectionsEditTest::followsAnImportAndKeepsWhatIsTyped()
{
    m_edit->draft(1).values().name = QStringLiteral("One");
    m_world->store.addServer(QStringLiteral("https://imported.example"));
    m_edit->follow();
    QCOMPARE(m_edit->count(), 3);
    QCOMPARE(m_edit->draft(2).values().name, QStringLiteral("imported.example"));
    QCOMPARE(m_edit->draft(1).values().name, QStringLiteral("One"));
}

QTEST_GUILESS_MAIN(ConnectionsEditTest)
#include "tst_connectionsedit.moc"
