#include "tests/ui/support/consolefixture.h"
#include "ui/pages/accounttable.h"
#include "ui/pages/rowmenu.h"
#include "ui/style/consolestyle.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

namespace {

struct Shown
{
    ConsoleFixture world;
    AccountTable table{*world.list.model()};
    AccountTableView *view = table.view();

    explicit Shown(int accounts = 30)
    {
        world.server.fill(accounts);
        world.list.model()->put(world.server.accounts());
        table.resize(1067, 400);
        table.show();
        table.activateWindow();
        if (!QTest::qWaitForWindowActive(&table))
            qFatal("the window does not become active");
        view->setFocus();
    }

    QToolButton *actions() { return table.findChild<QToolButton *>(); }
    QPoint middleOf(int row) { return {300, view->rowViewportPosition(row) + view->rowHeight(row) / 2}; }
    void hover(int row) { QTest::mouseMove(view->viewport(), middleOf(row)); }
};

QAccessibleTableInterface *tableOf(QWidget *view)
{
    return QAccessible::queryAccessibleInterface(view)->tableInterface();
}

} // namespace

class tst_AccountTableView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void allColumnsFitIntoTheNaturalWindow();
    void descriptionTakesTheRest();
    void keysActOnTheCurrentRow_data();
    void keysActOnTheCurrentRow();
    void keysOfOneAccountDoNothingToSeveral();
    void copiesTheNameOfTheCurrentRow();
    void copiesTheCurrentRowWhereNoneIsSelected();
    void theMenuKeyOpensTheRowsMenu();
    void aRightClickOpensTheMenuOfItsRow();
    void theMenuActsOnTheRowItWasOpenedFor();
    void theButtonLiesOverTheHoveredElseTheCurrentRow();
    void theButtonFollowsTheRowWhileScrolling();
    void theButtonOpensTheMenuWithoutBlocking();
    void theButtonIsNoChildOfTheTable();
    void aScreenReaderReadsTheCells();
    void aClickOnTheHeadSorts();
    void aPressDoesNotScrollSideways();
    void aFilterThatHidesTheCurrentRowShowsTheTop();
    void tabLeavesTheTable();
    void saysOnceThatRowsWerePainted();
    void rowsAreAsHighAsTheTextNeeds();
};

void tst_AccountTableView::initTestCase()
{
    ConsoleStyle::install(*qApp);
}

void tst_AccountTableView::allColumnsFitIntoTheNaturalWindow()
{
    Shown shown;
    QVERIFY(shown.view->horizontalHeader()->length() <= shown.view->viewport()->width());
}

void tst_AccountTableView::descriptionTakesTheRest()
{
    Shown shown;
    const auto description = static_cast<int>(AccountColumn::Description);
    const int before = shown.view->columnWidth(description);
    shown.table.resize(1267, 400);
    QCOMPARE(shown.view->columnWidth(description), before + 200);
    shown.table.resize(700, 400);
    QVERIFY(shown.view->columnWidth(description) >= 100);
    QVERIFY(shown.view->horizontalHeader()->length() > shown.view->viewport()->width());
}

void tst_AccountTableView::keysActOnTheCurrentRow_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<int>("edits");
    QTest::addColumn<int>("deletions");
    QTest::newRow("Return edits") << int(Qt::Key_Return) << 1 << 0;
    QTest::newRow("Enter edits") << int(Qt::Key_Enter) << 1 << 0;
    QTest::newRow("Delete deletes") << int(Qt::Key_Delete) << 0 << 1;
    QTest::newRow("Down moves") << int(Qt::Key_Down) << 0 << 0;
}

void tst_AccountTableView::keysActOnTheCurrentRow()
{
    QFETCH(int, key);
    QFETCH(int, edits);
    QFETCH(int, deletions);
    Shown shown;
    shown.view->showAccount(QStringLiteral("id_account_003"));
    QSignalSpy edit(shown.view, &AccountTableView::editRequested);
    QSignalSpy remove(shown.view, &AccountTableView::deleteRequested);
    QTest::keyClick(shown.view, static_cast<Qt::Key>(key));
    QCOMPARE(edit.size(), edits);
    QCOMPARE(remove.size(), deletions);
    for (const QSignalSpy *spy : {&edit, &remove}) {
        if (!spy->isEmpty())
            QCOMPARE(spy->first().first().toString(), QStringLiteral("id_account_003"));
    }
}

void tst_AccountTableView::keysOfOneAccountDoNothingToSeveral()
{
    Shown shown;
    shown.view->showAccount(QStringLiteral("id_account_002"));
    shown.view->selectAll();
    const QSignalSpy edits(shown.view, &AccountTableView::editRequested);
    const QSignalSpy duplicates(shown.view, &AccountTableView::duplicateRequested);
    QTest::keyClick(shown.view, Qt::Key_Return);
    QTest::keyClick(shown.view, Qt::Key_D, Qt::ControlModifier);
    QCOMPARE(edits.size(), 0);
    QCOMPARE(duplicates.size(), 0);
    QCOMPARE(shown.view->selectedRows().size(), 30);
}

void tst_AccountTableView::copiesTheCurrentRowWhereNoneIsSelected()
{
    Shown shown;
    shown.view->showAccount(QStringLiteral("id_account_002"));
    shown.view->clearSelection();
    const QSignalSpy copied(shown.view, &AccountTableView::rowsCopied);
    shown.view->copyRows();
    QCOMPARE(copied.size(), 1);
    QVERIFY(QGuiApplication::clipboard()->text().contains(QStringLiteral("account_002")));
}

void tst_AccountTableView::copiesTheNameOfTheCurrentRow()
{
    Shown shown;
    shown.view->setCurrentIndex(shown.view->model()->index(3, 1));
    QTest::keyClick(shown.view, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("account_004"));
}

void tst_AccountTableView::theMenuKeyOpensTheRowsMenu()
{
    Shown shown;
    shown.view->showAccount(QStringLiteral("id_account_002"));
    QContextMenuEvent event(QContextMenuEvent::Keyboard, {}, {});
    QApplication::sendEvent(shown.view->viewport(), &event);
    QVERIFY(shown.view->rowMenu()->isVisible());
    shown.view->rowMenu()->close();
}

void tst_AccountTableView::aRightClickOpensTheMenuOfItsRow()
{
    Shown shown;
    QSignalSpy remove(shown.view, &AccountTableView::deleteRequested);
    const QPoint place = shown.middleOf(4);
    QContextMenuEvent event(QContextMenuEvent::Mouse, place, shown.view->viewport()->mapToGlobal(place));
    QApplication::sendEvent(shown.view->viewport(), &event);
    QVERIFY(shown.view->rowMenu()->isVisible());
    shown.view->rowMenu()->actions().constLast()->trigger();
    QCOMPARE(remove.size(), 1);
    QCOMPARE(remove.first().first().toString(), QStringLiteral("id_account_005"));
    shown.view->rowMenu()->close();
}

void tst_AccountTableView::theMenuActsOnTheRowItWasOpenedFor()
{
    Shown shown;
    shown.view->showAccount(QStringLiteral("id_account_001"));
    QSignalSpy edit(shown.view, &AccountTableView::editRequested);
    shown.hover(5);
    shown.actions()->click();
    shown.view->rowMenu()->actions().constFirst()->trigger();
    QCOMPARE(edit.size(), 1);
    QCOMPARE(edit.first().first().toString(), QStringLiteral("id_account_006"));
    // Opening it chose nothing.
    QCOMPARE(shown.view->currentRow(), 0);
    shown.view->rowMenu()->close();
}

void tst_AccountTableView::theButtonLiesOverTheHoveredElseTheCurrentRow()
{
    Shown shown;
    shown.view->showAccount(QStringLiteral("id_account_002"));
    QCOMPARE(shown.actions()->accessibleName(), QStringLiteral("Actions for account_002"));
    shown.hover(3);
    QCOMPARE(shown.actions()->accessibleName(), QStringLiteral("Actions for account_004"));
    shown.view->setHoveredRow(-1);
    QCOMPARE(shown.actions()->accessibleName(), QStringLiteral("Actions for account_002"));
}

void tst_AccountTableView::theButtonFollowsTheRowWhileScrolling()
{
    Shown shown;
    shown.view->showAccount(QStringLiteral("id_account_005"));
    const int before = shown.actions()->mapToGlobal(QPoint()).y();
    shown.view->verticalScrollBar()->setValue(50);
    QCOMPARE(shown.actions()->mapToGlobal(QPoint()).y(), before - 50);
    shown.view->verticalScrollBar()->setValue(400);
    QVERIFY(!shown.actions()->isVisible());
}

void tst_AccountTableView::theButtonOpensTheMenuWithoutBlocking()
{
    Shown shown;
    shown.view->showAccount(QStringLiteral("id_account_002"));
    QAccessibleInterface *button = QAccessible::queryAccessibleInterface(shown.actions());
    QCOMPARE(button->role(), QAccessible::PushButton);
    button->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    QVERIFY(shown.view->rowMenu()->isVisible());
    QVERIFY(shown.actions()->isDown());
    shown.view->rowMenu()->close();
    QVERIFY(!shown.actions()->isDown());
}

void tst_AccountTableView::theButtonIsNoChildOfTheTable()
{
    Shown shown;
    QVERIFY(!shown.view->isAncestorOf(shown.actions()));
    QVERIFY(shown.table.isAncestorOf(shown.actions()));
}

void tst_AccountTableView::aScreenReaderReadsTheCells()
{
    Shown shown;
    QAccessibleInterface *table = QAccessible::queryAccessibleInterface(shown.view);
    QCOMPARE(table->text(QAccessible::Name), QStringLiteral("Service accounts"));
    QCOMPARE(tableOf(shown.view)->rowCount(), 30);
    QCOMPARE(tableOf(shown.view)->columnCount(), 9);
    QCOMPARE(tableOf(shown.view)->columnDescription(2), QStringLiteral("Roles"));
    QCOMPARE(tableOf(shown.view)->cellAt(1, 0)->text(QAccessible::Name), QStringLiteral("account_002"));
    QCOMPARE(tableOf(shown.view)->cellAt(1, 2)->text(QAccessible::Name), QStringLiteral("Viewer"));
}

void tst_AccountTableView::aClickOnTheHeadSorts()
{
    Shown shown;
    QHeaderView *head = shown.view->horizontalHeader();
    const QPoint name(head->sectionViewportPosition(0) + 30, head->height() / 2);
    QTest::mouseClick(head->viewport(), Qt::LeftButton, {}, name);
    QCOMPARE(shown.view->model()->index(0, 0).data().toString(), QStringLiteral("account_030"));
    QTest::mouseClick(head->viewport(), Qt::LeftButton, {}, name);
    QCOMPARE(shown.view->model()->index(0, 0).data().toString(), QStringLiteral("account_001"));
}

void tst_AccountTableView::aPressDoesNotScrollSideways()
{
    Shown shown;
    shown.table.resize(500, 400);
    const QScrollBar *across = shown.view->horizontalScrollBar();
    QTRY_VERIFY(across->maximum() > 0);
    shown.view->setCurrentIndex(shown.view->model()->index(2, 0));
    QTest::mouseClick(shown.view->viewport(), Qt::LeftButton, {}, {430, shown.middleOf(3).y()});
    shown.view->scrollTo(shown.view->currentIndex());
    QCOMPARE(shown.view->currentRow(), 3);
    QCOMPARE(across->value(), 0);
    for (int column = 0; column < accountColumnTotal; ++column)
        QTest::keyClick(shown.view, Qt::Key_Right);
    QTRY_VERIFY(across->value() > 0);
}

void tst_AccountTableView::aFilterThatHidesTheCurrentRowShowsTheTop()
{
    Shown shown(100);
    shown.view->showAccount(QStringLiteral("id_account_050"));
    AccountFilter filter;
    filter.search = QStringLiteral("account_0");
    shown.world.list.model()->setFilter(filter);
    QCOMPARE(shown.view->currentId(), QStringLiteral("id_account_050"));
    filter.search = QStringLiteral("account_08");
    shown.world.list.model()->setFilter(filter);
    QCOMPARE(shown.view->currentRow(), -1);
    QTRY_COMPARE(shown.view->verticalScrollBar()->value(), 0);
    // A row that was deleted leaves the keyboard with its neighbour.
    shown.view->showAccount(QStringLiteral("id_account_085"));
    shown.world.list.model()->remove(QStringLiteral("id_account_085"));
    QCOMPARE(shown.view->currentId(), QStringLiteral("id_account_084"));
}

void tst_AccountTableView::tabLeavesTheTable()
{
    Shown shown;
    shown.view->showAccount(QStringLiteral("id_account_002"));
    QTest::keyClick(shown.view, Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), shown.actions());
}

void tst_AccountTableView::saysOnceThatRowsWerePainted()
{
    ConsoleFixture world;
    AccountTable table(*world.list.model());
    QSignalSpy painted(table.view(), &AccountTableView::rowsPainted);
    table.resize(800, 300);
    table.show();
    QVERIFY(QTest::qWaitForWindowExposed(&table));
    table.grab();
    QCOMPARE(painted.size(), 0);
    world.server.fill(5);
    world.list.model()->put(world.server.accounts());
    table.grab();
    table.grab();
    QCOMPARE(painted.size(), 1);
}

void tst_AccountTableView::rowsAreAsHighAsTheTextNeeds()
{
    const QFont before = QApplication::font();
    Shown shown;
    QCOMPARE(shown.view->rowHeight(0), 36);
    QFont large = before;
    large.setPixelSize(26);
    QApplication::setFont(large);
    QTRY_VERIFY(shown.view->rowHeight(0) > 40);
    QApplication::setFont(before);
}

QTEST_MAIN(tst_AccountTableView)
#include "tst_accounttableview.moc"
