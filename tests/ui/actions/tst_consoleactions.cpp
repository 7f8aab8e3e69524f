#include "tests/ui/support/consolefixture.h"
#include "ui/actions/consoleactions.h"
#include "ui/mainwindow.h"
#include "ui/pages/accounttableview.h"
#include "ui/style/icons.h"

#include <QAction>
#include <QMenu>
#include <QMenuBar>
#include <QSet>
#include <QTest>

namespace {

struct Shown
{
    ConsoleFixture world;
    MainWindow window{world.parts};

    Shown() { window.show(); }

    ConsoleActions &actions() { return *window.findChild<ConsoleActions *>(); }
    AccountTableView &table() { return *window.findChild<AccountTableView *>(); }
    bool isPossible(ConsoleAction action) { return actions().of(action)->isEnabled(); }
    QString reason(ConsoleAction action) { return actions().reasonAgainst(action); }
};

} // namespace

class tst_ConsoleActions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyActionStandsAtItsPlace();
    void everyActionHasAnIcon();
    void noShortcutBelongsToTwo();
    void everyActionIsInItsMenu();
    void saysWhatIsMissing();
    void oneAccountCanBeEditedAndDeleted();
    void whatIsAboutOneIsNotPossibleForSeveral();
    void nothingOfThePageIsPossibleWithoutTheAdminRole();
    void learnsWhoIsSignedIn();
    void filtersCanBeClearedOnlyWhenTheyAreSet();
};

void tst_ConsoleActions::everyActionStandsAtItsPlace()
{
    for (size_t place = 0; place < consoleActionTable().size(); ++place)
        QCOMPARE(static_cast<size_t>(consoleActionTable()[place].action), place);
}

void tst_ConsoleActions::everyActionHasAnIcon()
{
    for (const ConsoleActionInfo &info : consoleActionTable())
        QVERIFY2(!Icons::pixmap(info.icon, Qt::black, 16, 1).isNull(), qPrintable(info.text()));
}

void tst_ConsoleActions::noShortcutBelongsToTwo()
{
    QSet<QString> seen;
    for (const ConsoleActionInfo &info : consoleActionTable()) {
        const QString keys = info.shortcut.toString();
        if (keys.isEmpty())
            continue;
        QVERIFY2(!seen.contains(keys), qPrintable(keys));
        seen.insert(keys);
    }
}

void tst_ConsoleActions::everyActionIsInItsMenu()
{
    Shown shown;
    QList<QAction *> found;
    for (const QAction *menu : shown.window.menuBar()->actions())
        found += menu->menu()->actions();
    for (const ConsoleActionInfo &info : consoleActionTable())
        QVERIFY2(found.contains(shown.actions().of(info.action)), qPrintable(info.text()));
}

void tst_ConsoleActions::saysWhatIsMissing()
{
    Shown shown;
    QVERIFY(!shown.isPossible(ConsoleAction::NewServiceAccount));
    QCOMPARE(shown.reason(ConsoleAction::NewServiceAccount), QStringLiteral("No connection is open."));
    QCOMPARE(shown.reason(ConsoleAction::Edit), QStringLiteral("No connection is open."));
    shown.world.openLocal();
    QVERIFY(shown.isPossible(ConsoleAction::NewServiceAccount));
    QCOMPARE(shown.reason(ConsoleAction::Edit), QStringLiteral("No account is selected."));
    QCOMPARE(shown.reason(ConsoleAction::Export), QStringLiteral("No account is shown."));
    QCOMPARE(shown.reason(ConsoleAction::UseAnotherToken),
             QStringLiteral("The local workspace signs in by itself."));
    QVERIFY(shown.isPossible(ConsoleAction::Settings));
}

void tst_ConsoleActions::oneAccountCanBeEditedAndDeleted()
{
    Shown shown;
    shown.world.server.fill(3);
    shown.world.openLocal();
    shown.table().showAccount(QStringLiteral("id_account_002"));
    for (const ConsoleAction action : {ConsoleAction::Edit, ConsoleAction::Duplicate, ConsoleAction::CopyName,
                                       ConsoleAction::Delete, ConsoleAction::ClearSelection})
        QVERIFY2(shown.isPossible(action), qPrintable(shown.reason(action)));
}

void tst_ConsoleActions::whatIsAboutOneIsNotPossibleForSeveral()
{
    Shown shown;
    shown.world.server.fill(3);
    shown.world.openLocal();
    shown.table().showAccount(QStringLiteral("id_account_002"));
    shown.actions().trigger(ConsoleAction::SelectAll);
    QCOMPARE(shown.reason(ConsoleAction::Edit), QStringLiteral("Several accounts are selected."));
    QCOMPARE(shown.reason(ConsoleAction::CopyName), QStringLiteral("Several accounts are selected."));
    QVERIFY(shown.isPossible(ConsoleAction::CopyRows));
    QVERIFY(shown.isPossible(ConsoleAction::Delete));
    shown.actions().trigger(ConsoleAction::ClearSelection);
    QVERIFY(!shown.isPossible(ConsoleAction::ClearSelection));
}

void tst_ConsoleActions::nothingOfThePageIsPossibleWithoutTheAdminRole()
{
    Shown shown;
    shown.world.server.fill(3);
    shown.world.openLocal();
    shown.table().showAccount(QStringLiteral("id_account_002"));
    QVERIFY(shown.isPossible(ConsoleAction::Search));
    shown.world.server.failAlways(Error(ErrorKind::Forbidden));
    shown.world.list.refresh();
    QTRY_VERIFY(shown.world.list.needsAdmin());
    for (const ConsoleAction action :
         {ConsoleAction::NewServiceAccount, ConsoleAction::Search, ConsoleAction::Columns,
          ConsoleAction::ShowDetails, ConsoleAction::Export, ConsoleAction::Edit, ConsoleAction::Delete})
        QCOMPARE(shown.reason(action), QStringLiteral("Needs the Admin role."));
    QVERIFY(shown.isPossible(ConsoleAction::Refresh));
    QVERIFY(shown.isPossible(ConsoleAction::Connections));
    shown.world.server.failAlways({});
    shown.world.list.refresh();
    QTRY_VERIFY(shown.isPossible(ConsoleAction::Search));
    QVERIFY(shown.isPossible(ConsoleAction::Edit));
}

void tst_ConsoleActions::learnsWhoIsSignedIn()
{
    Shown shown;
    shown.world.server.fill(3);
    shown.world.connection.open(shown.world.addServer().key);
    QTRY_COMPARE(shown.world.list.state(), AccountList::State::Loaded);
    shown.table().showAccount(QStringLiteral("id_account_002"));
    QVERIFY(shown.isPossible(ConsoleAction::Delete));
    Session session;
    session.userId = QStringLiteral("id_account_002");
    session.userName = QStringLiteral("account_002");
    session.roles = {QStringLiteral("Admin")};
    shown.world.server.setSession(session);
    shown.world.connection.askWhoWeAre();
    QTRY_VERIFY(!shown.isPossible(ConsoleAction::Delete));
}

void tst_ConsoleActions::filtersCanBeClearedOnlyWhenTheyAreSet()
{
    Shown shown;
    shown.world.openLocal();
    QCOMPARE(shown.reason(ConsoleAction::ClearFilters), QStringLiteral("No filter is set."));
    AccountFilter filter;
    filter.status = StatusChoice::Expired;
    shown.world.list.model()->setFilter(filter);
    QVERIFY(shown.isPossible(ConsoleAction::ClearFilters));
    shown.actions().trigger(ConsoleAction::ClearFilters);
    QVERIFY(!shown.world.list.model()->filter().isSet());
}

QTEST_MAIN(tst_ConsoleActions)
#include "tst_consoleactions.moc"
