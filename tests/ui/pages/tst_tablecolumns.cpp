#include "models/accounts/timetext.h"
#include "tests/ui/support/consolefixture.h"
#include "ui/pages/accounttable.h"
#include "ui/pages/columnsmenu.h"
#include "ui/pages/tablecolumns.h"
#include "ui/style/consolestyle.h"

#include <QApplication>
#include <QHeaderView>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

namespace {

using Column = AccountColumn;

constexpr int wide = 1067;

struct Shown
{
    ConsoleFixture world;
    AccountTable table{*world.list.model()};
    AccountTableView *view = table.view();
    TableColumns *columns = view->columns();
    QMenu menu;
    ColumnsMenu columnsMenu{menu, *view};

    explicit Shown(int width = wide)
    {
        world.server.fill(5);
        world.list.model()->put(world.server.accounts());
        table.resize(width, 300);
        table.show();
    }

    QHeaderView *head() { return view->horizontalHeader(); }
    int width(Column column) { return view->columnWidth(static_cast<int>(column)); }
    int room() { return view->viewport()->width(); }
    /// Where the column ends, as seen from the leading edge.
    int endOf(Column column) { return head()->sectionPosition(static_cast<int>(column)) + width(column); }
    void choose(const QString &text, QMenu *from)
    {
        for (QAction *action : from->actions()) {
            if (action->text() == text)
                action->trigger();
        }
    }
    QMenu *sorting() { return menu.findChild<QMenu *>(); }
};

} // namespace

class tst_TableColumns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theRowsReachTheEdgeWhateverIsHidden_data();
    void theRowsReachTheEdgeWhateverIsHidden();
    void theNameOfARowIsAlwaysThereAndFirst();
    void aDraggedWidthIsKept();
    void besideTheDetailsNameToStatusFillTheView();
    void exactTimesHaveRoomForTheirText();
    void whatALayoutDoesNotKnowComesLast();
    void resetGivesTheDesignsOwnColumns();
    void theMenuHidesAndShows();
    void theMenuSortsWithoutTheHead();
    void aMirroredTableReachesTheEdgeToo();
};

void tst_TableColumns::initTestCase()
{
    ConsoleStyle::install(*qApp);
}

void tst_TableColumns::theRowsReachTheEdgeWhateverIsHidden_data()
{
    QTest::addColumn<QList<int>>("hidden");
    QTest::newRow("nothing") << QList<int>{};
    QTest::newRow("the last") << QList<int>{int(Column::Keychain)};
    QTest::newRow("Description") << QList<int>{int(Column::Description)};
    QTest::newRow("Description and the last")
        << QList<int>{int(Column::Description), int(Column::Keychain), int(Column::CreatedBy)};
    QTest::newRow("all that can be") << QList<int>{1, 2, 3, 4, 5, 6, 7, 8};
}

void tst_TableColumns::theRowsReachTheEdgeWhateverIsHidden()
{
    QFETCH(QList<int>, hidden);
    Shown shown;
    for (const int column : hidden)
        shown.columns->setShown(static_cast<Column>(column), false);
    QCOMPARE(shown.head()->length(), shown.room());
    QCOMPARE(shown.endOf(static_cast<Column>(shown.columns->lastColumn())), shown.room());
    for (const int column : hidden)
        shown.columns->setShown(static_cast<Column>(column), true);
    QCOMPARE(shown.head()->length(), shown.room());
    QCOMPARE(shown.columns->shown().size(), accountColumnTotal);
}

void tst_TableColumns::theNameOfARowIsAlwaysThereAndFirst()
{
    Shown shown;
    shown.columns->setShown(Column::Name, false);
    QVERIFY(shown.columns->isShown(Column::Name));
    shown.columns->apply({{Column::Status, 0, false}, {Column::Name, 0, true}});
    QVERIFY(shown.columns->isShown(Column::Name));
    QCOMPARE(shown.columns->shown().constFirst(), Column::Name);
    QCOMPARE(shown.columns->shown().at(1), Column::Status);
}

void tst_TableColumns::aDraggedWidthIsKept()
{
    Shown shown;
    QSignalSpy changed(shown.columns, &TableColumns::changed);
    const int description = shown.width(Column::Description);
    const int before = shown.width(Column::Name);
    shown.head()->resizeSection(static_cast<int>(Column::Name), before - 30);
    QVERIFY(changed.size() > 0);
    QCOMPARE(shown.width(Column::Description), description + 30);
    QCOMPARE(shown.columns->layout().constFirst().width, before - 30);
    shown.table.resize(wide + 100, 300);
    QCOMPARE(shown.width(Column::Name), before - 30);
}

void tst_TableColumns::besideTheDetailsNameToStatusFillTheView()
{
    Shown shown(787);
    shown.columns->setBesideDetails(true);
    QCOMPARE(shown.endOf(Column::Status), shown.room() - AccountTableView::actionsWidth);
    QVERIFY(shown.head()->length() > shown.room());
    // Where all of them fit, none of them has to be looked for.
    shown.table.resize(1500, 300);
    QCOMPARE(shown.head()->length(), shown.room());
}

void tst_TableColumns::exactTimesHaveRoomForTheirText()
{
    Shown shown;
    shown.columns->setTimesExact(true);
    shown.world.list.model()->setTimesExact(true);
    const QModelIndex cell = shown.view->model()->index(0, static_cast<int>(Column::Created));
    QCOMPARE(cell.data().toString(), exactTime(shown.world.server.accounts().constFirst().creationDate));
    const int text = shown.view->fontMetrics().horizontalAdvance(cell.data().toString());
    QVERIFY(shown.width(Column::Created) >= text + 12);
    shown.columns->setTimesExact(false);
    QVERIFY(shown.width(Column::Created) <= 100);
}

void tst_TableColumns::whatALayoutDoesNotKnowComesLast()
{
    Shown shown;
    shown.columns->apply({{Column::Keychain, 90, false}, {Column::Status, 0, true}});
    const QList<Column> columns = shown.columns->shown();
    QCOMPARE(columns.mid(0, 3), (QList<Column>{Column::Name, Column::Keychain, Column::Description}));
    QVERIFY(!columns.contains(Column::Status));
    QCOMPARE(columns.size(), accountColumnTotal - 1);
    QCOMPARE(shown.width(Column::Keychain), 90);
}

void tst_TableColumns::resetGivesTheDesignsOwnColumns()
{
    Shown shown;
    const QList<ColumnLayout> before = shown.columns->layout();
    shown.columns->apply({{Column::Keychain, 90, false}, {Column::Status, 0, true}});
    shown.columns->reset();
    QCOMPARE(shown.columns->layout(), before);
    QVERIFY(shown.columns->isShown(Column::Status));
    QCOMPARE(shown.head()->length(), shown.room());
}

void tst_TableColumns::theMenuHidesAndShows()
{
    Shown shown;
    Q_EMIT shown.menu.aboutToShow();
    shown.choose(QStringLiteral("Created by"), &shown.menu);
    QVERIFY(!shown.columns->isShown(Column::CreatedBy));
    Q_EMIT shown.menu.aboutToShow();
    shown.choose(QStringLiteral("Created by"), &shown.menu);
    QVERIFY(shown.columns->isShown(Column::CreatedBy));
    const QList<QAction *> actions = shown.menu.actions();
    QCOMPARE(actions.constFirst()->text(), QStringLiteral("Name"));
    QVERIFY(!actions.constFirst()->isEnabled());
}

void tst_TableColumns::theMenuSortsWithoutTheHead()
{
    Shown shown;
    Q_EMIT shown.menu.aboutToShow();
    shown.choose(QStringLiteral("Descending"), shown.sorting());
    QCOMPARE(shown.view->model()->index(0, 0).data().toString(), QStringLiteral("account_005"));
    shown.choose(QStringLiteral("Created"), shown.sorting());
    QCOMPARE(shown.view->accounts().sortColumn(), Column::Created);
    QCOMPARE(shown.view->accounts().sortOrder(), Qt::DescendingOrder);
    QCOMPARE(shown.head()->sortIndicatorSection(), static_cast<int>(Column::Created));
}

void tst_TableColumns::aMirroredTableReachesTheEdgeToo()
{
    Shown shown;
    shown.table.setLayoutDirection(Qt::RightToLeft);
    shown.columns->setShown(Column::Keychain, false);
    QCOMPARE(shown.head()->length(), shown.room());
    // The last column begins at the left edge of the view.
    QCOMPARE(shown.view->columnViewportPosition(static_cast<int>(Column::CreatedBy)), 0);
}

QTEST_MAIN(tst_TableColumns)
#include "tst_tablecolumns.moc"
