#include "models/connections/connectionsedit.h"
#include "tests/models/connections/connectionworld.h"

#include <QSignalSpy>
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
    void addsANewOneWithItsToken();
    void keepsANewOneThatCannotBeSaved();
    void savesATokenAlone();
    void tellsOfTheFirstThatIsWrong();
    void saysBesideEachFieldWhatIsWrongWithIt();
    void endsWhenANameIsThatOfTheWorkspace();
    void removesADraftThatWasNeverSaved();
    void removesAKnownOneAtOnce();
    void keepsWhatCannotBeRemoved();
    void doesNotRemoveTheLocalWorkspace();
    void followsAnImportAndKeepsWhatIsTyped();
    void followsAChangeOfAnother();

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

void ConnectionsEditTest::addsANewOneWithItsToken()
{
    QSignalSpy rowsChanged(m_edit.get(), &ConnectionsEdit::rowsChanged);
    const int row = m_edit->add();
    QCOMPARE(rowsChanged.size(), 1);
    m_edit->draft(row).values().name = QStringLiteral(" New   one");
    m_edit->draft(row).values().address = QStringLiteral("new.example/");
    m_edit->draft(row).setCredential(SecretText::fromUtf8("token"));
    QCOMPARE(m_edit->unsaved(), QStringList{QStringLiteral("New one")});
    QVERIFY(!m_edit->isOpen(row));
    QVERIFY(!m_edit->check());
    QVERIFY(m_edit->save().ok());
    QVERIFY(!m_edit->isChanged());
    const Connection kept = m_edit->draft(row).kept();
    QCOMPARE(m_edit->rowOf(kept.key), row);
    QCOMPARE(m_world->current.find(kept.key)->name, QStringLiteral("New one"));
    QCOMPARE(m_world->current.find(kept.key)->target.address, QUrl(QStringLiteral("https://new.example")));
    QTRY_VERIFY(m_world->inKeychain(kept.key).equals(SecretText::fromUtf8("token")));
}

void ConnectionsEditTest::keepsANewOneThatCannotBeSaved()
{
    const int row = m_edit->add();
    m_edit->draft(row).setCredential(SecretText::fromUtf8("token"));
    m_world->store.failWith(Error(ErrorKind::FileUnwritable, QStringLiteral("The disk is full.")));
    const auto failed = m_edit->save();
    QVERIFY(!failed.ok());
    QCOMPARE(failed.error().kind, ErrorKind::FileUnwritable);
    QVERIFY(m_edit->draft(row).isNew());
    QVERIFY(m_edit->draft(row).credential().equals(SecretText::fromUtf8("token")));
    m_world->store.failWith({});
    QVERIFY(m_edit->save().ok());
    QCOMPARE(m_world->store.servers().size(), 2);
}

void ConnectionsEditTest::savesATokenAlone()
{
    const QString key = m_edit->draft(1).kept().key;
    m_edit->draft(1).setCredential(SecretText::fromUtf8("token"));
    QCOMPARE(m_edit->unsaved(), QStringList{QStringLiteral("one.example")});
    QVERIFY(m_edit->save().ok());
    QVERIFY(!m_edit->isChanged());
    QTRY_VERIFY(m_world->inKeychain(key).equals(SecretText::fromUtf8("token")));
}

void ConnectionsEditTest::tellsOfTheFirstThatIsWrong()
{
    m_world->store.addServer(QStringLiteral("https://two.example"));
    m_edit->follow();
    QSignalSpy rowChanged(m_edit.get(), &ConnectionsEdit::rowChanged);
    m_edit->draft(1).values().resourcePath = QStringLiteral("no path");
    m_edit->draft(1).values().proxy = QStringLiteral("no proxy");
    m_edit->draft(2).values().name.clear();
    const auto place = m_edit->check();
    QVERIFY(place);
    QCOMPARE(place->row, 1);
    QVERIFY(place->field == Field::ResourcePath);
    // Both say it now; the workspace, in which nothing was typed, is left alone.
    QCOMPARE(rowChanged, (QList<QVariantList>{{1}, {2}}));
    QVERIFY(m_edit->hasBadNote(1));
    QVERIFY(m_edit->hasBadNote(2));
    QVERIFY(!m_edit->hasBadNote(0));
}

void ConnectionsEditTest::saysBesideEachFieldWhatIsWrongWithIt()
{
    QSignalSpy rowChanged(m_edit.get(), &ConnectionsEdit::rowChanged);
    m_edit->draft(1).values().name = QStringLiteral("LOCAL");
    m_edit->draft(1).check(Field::Name);
    m_edit->touch(1);
    QCOMPARE(rowChanged, QList<QVariantList>{{1}});
    QVERIFY(m_edit->note(1, Field::Name).isBad());
    QVERIFY(!m_edit->note(1, Field::Address).isBad());
    QVERIFY(!m_edit->note(0, Field::Name).isBad());
}

void ConnectionsEditTest::endsWhenANameIsThatOfTheWorkspace()
{
    m_edit->draft(1).values().name = QStringLiteral("Local");
    const auto failed = m_edit->save();
    QVERIFY(!failed.ok());
    QCOMPARE(m_edit->unsaved(), QStringList{QStringLiteral("one.example")});
    QCOMPARE(m_world->current.find(m_edit->draft(1).kept().key)->name, QStringLiteral("one.example"));
}

void ConnectionsEditTest::removesADraftThatWasNeverSaved()
{
    const int row = m_edit->add();
    QVERIFY(m_edit->remove(row).ok());
    QVERIFY(!m_edit->isChanged());
    QCOMPARE(m_edit->count(), 2);
}

void ConnectionsEditTest::removesAKnownOneAtOnce()
{
    const Connection gone = m_world->add(QStringLiteral("https://gone.example"), "token");
    m_edit->follow();
    const int row = m_edit->rowOf(gone.key);
    QVERIFY(m_edit->remove(row).ok());
    QCOMPARE(m_edit->rowOf(gone.key), -1);
    QCOMPARE(m_edit->count(), 2);
    QVERIFY(!m_world->current.find(gone.key));
    QTRY_VERIFY(m_world->inKeychain(gone.key).isEmpty());
}

void ConnectionsEditTest::keepsWhatCannotBeRemoved()
{
    m_world->store.failWith(Error(ErrorKind::FileUnwritable, QStringLiteral("The disk is full.")));
    const auto failed = m_edit->remove(1);
    QVERIFY(!failed.ok());
    QCOMPARE(failed.error().sentence(), QStringLiteral("The disk is full."));
    QCOMPARE(m_edit->count(), 2);
    QVERIFY(m_world->current.find(m_edit->draft(1).kept().key));
}

void ConnectionsEditTest::doesNotRemoveTheLocalWorkspace()
{
    QVERIFY(!m_edit->isOpen(1));
    QVERIFY(!m_edit->whyNotRemovable(0).isEmpty());
    QVERIFY(m_edit->whyNotRemovable(1).isEmpty());
    m_world->current.open(m_edit->draft(1).kept().key);
    QVERIFY(m_edit->isOpen(1));
    QVERIFY(!m_edit->isOpen(0));
    QVERIFY(m_edit->whyNotRemovable(1).contains(QStringLiteral("one.example")));
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

void ConnectionsEditTest::followsAChangeOfAnother()
{
    Connection renamed = m_edit->draft(1).kept();
    renamed.name = QStringLiteral("Renamed");
    QVERIFY(m_world->store.update(renamed).ok());
    m_edit->follow();
    QCOMPARE(m_edit->count(), 2);
    QCOMPARE(m_edit->draft(1).values().name, QStringLiteral("Renamed"));
    QVERIFY(!m_edit->isChanged());
}

QTEST_GUILESS_MAIN(ConnectionsEditTest)
#include "tst_connectionsedit.moc"
