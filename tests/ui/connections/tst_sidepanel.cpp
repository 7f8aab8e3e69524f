#include "tests/ui/support/consolefixture.h"
#include "tests/ui/support/controls.h"
#include "ui/connections/sidepanel.h"
#include "ui/style/consolestyle.h"
#include "ui/widgets/dropdownbutton.h"
#include "ui/widgets/siderow.h"

#include <QApplication>
#include <QMenu>
#include <QPointer>
#include <QSignalSpy>
#include <QTest>

class tst_SidePanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void offersEveryConnectionWithTheOpenOneTicked();
    void opensTheOneThatIsChosen();
    void keepsTheAmpersandOfAName();
    void opensConnectionsFromMenuAndFoot();
    void keepsItsNamesWhenItShowsIconsAlone();
};

void tst_SidePanel::initTestCase()
{
    ConsoleStyle::install(*qApp);
}

void tst_SidePanel::offersEveryConnectionWithTheOpenOneTicked()
{
    ConsoleFixture world;
    world.store.addServer(QStringLiteral("https://one.example"));
    world.store.addServer(QStringLiteral("https://two.example"));
    world.openLocalWithoutList();
    SidePanel panel(world.connection);
    const QList<QAction *> actions = panel.findChild<DropDownButton *>()->choices()->actions();
    QCOMPARE(actions.at(0)->text(), QStringLiteral("Local"));
    QVERIFY(actions.at(0)->isChecked());
    QCOMPARE(actions.at(1)->text(), QStringLiteral("one.example"));
    QVERIFY(!actions.at(1)->isChecked());
    QCOMPARE(actions.at(2)->text(), QStringLiteral("two.example"));
    QVERIFY(!actions.at(2)->icon().isNull());
}

void tst_SidePanel::opensTheOneThatIsChosen()
{
    ConsoleFixture world;
    const Connection server = world.store.addServer(QStringLiteral("https://one.example"));
    world.vault.put(VaultEntry::forConnection(server.key), "token");
    world.openLocalWithoutList();
    SidePanel panel(world.connection);
    auto *switcher = panel.findChild<DropDownButton *>();
    // It is still on the stack while the panel hears of the change.
    const QPointer<QAction> chosen = switcher->choices()->actions().at(1);
    chosen->trigger();
    QVERIFY(chosen);
    QTRY_COMPARE(world.connection.state(), CurrentConnection::State::Open);
    QCOMPARE(switcher->value(), QStringLiteral("one.example"));
    QTRY_VERIFY(switcher->choices()->actions().at(1)->isChecked());
}

void tst_SidePanel::keepsTheAmpersandOfAName()
{
    ConsoleFixture world;
    Connection server = world.store.addServer(QStringLiteral("https://one.example"));
    server.name = QStringLiteral("R&D");
    QVERIFY(world.store.update(server).ok());
    SidePanel panel(world.connection);
    QCOMPARE(panel.findChild<DropDownButton *>()->choices()->actions().at(1)->text(), QStringLiteral("R&&D"));
}

void tst_SidePanel::opensConnectionsFromMenuAndFoot()
{
    ConsoleFixture world;
    SidePanel panel(world.connection);
    panel.show();
    QSignalSpy connections(&panel, &SidePanel::connectionsRequested);
    QSignalSpy settings(&panel, &SidePanel::settingsRequested);
    for (QAction *action : panel.findChild<DropDownButton *>()->choices()->actions()) {
        if (action->text() == QStringLiteral("Connections…"))
            action->trigger();
    }
    QCOMPARE(connections.size(), 1);
    Controls::press(&panel, QStringLiteral("Connections…"));
    QCOMPARE(connections.size(), 2);
    Controls::press(&panel, QStringLiteral("Settings"));
    QCOMPARE(settings.size(), 1);
}

void tst_SidePanel::keepsItsNamesWhenItShowsIconsAlone()
{
    ConsoleFixture world;
    SidePanel panel(world.connection);
    panel.show();
    panel.setCompact(true);
    for (const SideRow *row : panel.findChildren<SideRow *>()) {
        QVERIFY(!Controls::name(row).isEmpty());
        QCOMPARE(row->toolTip(), Controls::name(row));
    }
    panel.setCompact(false);
    QCOMPARE(panel.findChild<SideRow *>()->toolTip(), QString());
}

QTEST_MAIN(tst_SidePanel)
#include "tst_sidepanel.moc"
