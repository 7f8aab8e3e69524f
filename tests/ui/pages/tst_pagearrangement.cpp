#include "tests/ui/pages/shownpage.h"
#include "ui/pages/detailspane.h"
#include "ui/pages/pagebody.h"
#include "ui/pages/tablecolumns.h"
#include "ui/style/consolestyle.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QSignalSpy>
#include <QTest>

namespace {

using Column = AccountColumn;

/// A page that was left in some way before.
struct LeftPage
{
    ConsoleFixture world;
    std::unique_ptr<ServiceAccountsPage> page;

    void open(int width = 1280)
    {
        page.reset();
        page = std::make_unique<ServiceAccountsPage>(world.parts);
        page->resize(width, 700);
        page->show();
    }
    void openWithRows(int width = 1280)
    {
        world.server.fill(30);
        open(width);
        world.openLocal();
        page->grab();
        QCoreApplication::processEvents();
    }
    QString key() const { return world.connection.connection()->key; }
    AccountTableView *table() { return page->view(); }
    TableColumns *columns() { return table()->columns(); }
    PageBody *body() { return page->findChild<PageBody *>(); }
    DetailsPane *pane() { return page->findChild<DetailsPane *>(); }
    Button *button(const QString &name)
    {
        for (Button *candidate : page->findChildren<Button *>()) {
            if (candidate->accessibleName() == name)
                return candidate;
        }
        return nullptr;
    }
};

} // namespace

class tst_PageArrangement : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void remembersWhatAPersonArranged();
    void arrangesThePageBeforeTheFirstRow();
    void everyConnectionHasItsOwn();
    void keepsWhatIsNotItsOwn();
    void detailsBeginOpenInAWideWindowOnly_data();
    void detailsBeginOpenInAWideWindowOnly();
    void theButtonTogglesTheDetails();
    void detailsAreMadeAfterTheRows();
    void copiesTheSelectedRowsAsText();
};

void tst_PageArrangement::initTestCase()
{
    ConsoleStyle::install(*qApp);
}

void tst_PageArrangement::remembersWhatAPersonArranged()
{
    LeftPage left;
    left.openWithRows();
    left.columns()->setShown(Column::Created, false);
    left.table()->horizontalHeader()->moveSection(4, 1);
    left.table()->horizontalHeader()->resizeSection(static_cast<int>(Column::Roles), 170);
    left.table()->sortBy(Column::Status, Qt::DescendingOrder);
    left.page->setTimesExact(true);
    left.page->setDetailsShown(false);
    const QList<ColumnLayout> columns = left.columns()->layout();

    left.open();
    QCOMPARE(left.columns()->layout(), columns);
    QVERIFY(!left.columns()->isShown(Column::Created));
    QCOMPARE(left.table()->columnWidth(static_cast<int>(Column::Roles)), 170);
    QCOMPARE(left.columns()->shown().at(1), Column::Status);
    QCOMPARE(left.world.list.model()->sortColumn(), Column::Status);
    QCOMPARE(left.world.list.model()->sortOrder(), Qt::DescendingOrder);
    QVERIFY(left.page->areTimesExact());
    QVERIFY(left.world.list.model()->areTimesExact());
    QVERIFY(!left.page->areDetailsShown());
}

void tst_PageArrangement::arrangesThePageBeforeTheFirstRow()
{
    LeftPage left;
    PageLayout layout;
    layout.columns = {{Column::Keychain, 0, false}, {Column::Roles, 0, true}};
    layout.areDetailsShown = false;
    left.world.connection.openLocal();
    QVERIFY(left.world.layouts.keepPage(left.key(), layout));
    left.open();
    QVERIFY(!left.columns()->isShown(Column::Roles));
    QCOMPARE(left.columns()->shown().at(1), Column::Keychain);
    QVERIFY(!left.pane());
}

void tst_PageArrangement::everyConnectionHasItsOwn()
{
    LeftPage left;
    PageLayout layout;
    layout.columns = {{Column::Status, 0, true}};
    QVERIFY(left.world.layouts.keepPage(QStringLiteral("another"), layout));
    left.openWithRows();
    QVERIFY(left.columns()->isShown(Column::Status));
}

void tst_PageArrangement::keepsWhatIsNotItsOwn()
{
    LeftPage left;
    left.openWithRows();
    PageLayout layout = left.world.layouts.page(left.key());
    layout.isChartFolded = true;
    QVERIFY(left.world.layouts.keepPage(left.key(), layout));
    left.page->setTimesExact(true);
    left.page.reset();
    QCOMPARE(left.world.layouts.page(left.key()).isChartFolded, std::optional(true));
    QVERIFY(left.world.layouts.page(left.key()).areTimesExact);
}

void tst_PageArrangement::detailsBeginOpenInAWideWindowOnly_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<bool>("isShown");
    QTest::newRow("wide") << 1100 << true;
    QTest::newRow("narrow") << 1099 << false;
}

void tst_PageArrangement::detailsBeginOpenInAWideWindowOnly()
{
    QFETCH(int, width);
    QFETCH(bool, isShown);
    LeftPage left;
    left.openWithRows(width);
    QCOMPARE(left.page->areDetailsShown(), isShown);
    QCOMPARE(left.button(QStringLiteral("Details"))->isChecked(), isShown);
    // Nobody chose anything.
    QVERIFY(!left.world.layouts.page(left.key()).areDetailsShown.has_value());
}

void tst_PageArrangement::theButtonTogglesTheDetails()
{
    LeftPage left;
    left.openWithRows(1000);
    QSignalSpy changed(left.page.get(), &ServiceAccountsPage::detailsShownChanged);
    Button *details = left.button(QStringLiteral("Details"));
    details->click();
    QVERIFY(left.pane()->isVisible());
    QCOMPARE(left.pane()->width(), 280);
    left.button(QStringLiteral("Close Details"))->click();
    QVERIFY(!left.pane()->isVisible());
    QVERIFY(!details->isChecked());
    QCOMPARE(changed.size(), 2);
    left.page.reset();
    QCOMPARE(left.world.layouts.page(left.key()).areDetailsShown, std::optional(false));
}

void tst_PageArrangement::detailsAreMadeAfterTheRows()
{
    LeftPage left;
    left.world.server.fill(30);
    left.world.server.hold(MemoryAdminApi::Verb::List);
    left.open();
    left.world.openLocalWithoutList();
    QVERIFY(left.pane()->isVisible());
    QVERIFY(!left.pane()->widget());
    left.world.server.release();
    QTRY_VERIFY(left.pane()->widget());
}

void tst_PageArrangement::copiesTheSelectedRowsAsText()
{
    LeftPage left;
    left.openWithRows();
    QSignalSpy message(left.page.get(), &ServiceAccountsPage::message);
    for (const Column column : left.columns()->shown()) {
        if (column != Column::Name && column != Column::Roles)
            left.columns()->setShown(column, false);
    }
    left.table()->setCurrentIndex(left.table()->model()->index(1, 0));
    QTest::keyClick(left.table(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("account_002"));
    QTest::keyClick(left.table(), Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(left.table(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(),
             QStringLiteral("Name\tRoles\naccount_002\tViewer\naccount_003\tViewer\n"));
    QCOMPARE(message.size(), 2);
}

QTEST_MAIN(tst_PageArrangement)
#include "tst_pagearrangement.moc"
