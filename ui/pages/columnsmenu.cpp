#include "ui/pages/columnsmenu.h"

#include "models/list/accounttablemodel.h"
#include "ui/pages/accounttableview.h"
#include "ui/pages/tablecolumns.h"
#include "ui/style/controltraits.h"

#include <QActionGroup>
#include <QMenu>

ColumnsMenu::ColumnsMenu(QMenu &menu, AccountTableView &view, QObject *parent)
    : QObject(parent)
    , m_menu(menu)
    , m_view(view)
{
    connect(&menu, &QMenu::aboutToShow, this, &ColumnsMenu::fill);
}

void ColumnsMenu::fill()
{
    // A submenu is no action of its own and would stay.
    qDeleteAll(m_menu.findChildren<QMenu *>(Qt::FindDirectChildrenOnly));
    m_menu.clear();
    addColumns();
    m_menu.addSeparator();
    addSorting();
    QAction *exact = m_menu.addAction(tr("Exact Times"));
    exact->setCheckable(true);
    exact->setChecked(m_view.accounts().areTimesExact());
    connect(exact, &QAction::triggered, this, &ColumnsMenu::timesExactChosen);
    m_menu.addSeparator();
    connect(m_menu.addAction(tr("Reset Columns")), &QAction::triggered, m_view.columns(),
            &TableColumns::reset);
}

void ColumnsMenu::addColumns()
{
    TableColumns *columns = m_view.columns();
    for (const ColumnLayout &layout : columns->layout()) {
        const AccountColumn column = layout.column;
        QAction *action = m_menu.addAction(accountColumn(column).title());
        action->setCheckable(true);
        action->setChecked(!layout.isHidden);
        if (!TableColumns::canHide(column))
            setForbidden(action, tr("Always shown."));
        connect(action, &QAction::triggered, columns,
                [columns, column](bool shown) { columns->setShown(column, shown); });
    }
}

void ColumnsMenu::addSorting()
{
    QMenu *menu = m_menu.addMenu(tr("Sort By"));
    const AccountTableModel &model = m_view.accounts();
    auto *columns = new QActionGroup(menu);
    for (const AccountColumnInfo &info : accountColumns()) {
        QAction *action = columns->addAction(menu->addAction(info.title()));
        action->setCheckable(true);
        action->setChecked(info.column == model.sortColumn());
        const AccountColumn column = info.column;
        connect(action, &QAction::triggered, this,
                [this, column] { m_view.sortBy(column, m_view.accounts().sortOrder()); });
    }
    menu->addSeparator();
    auto *orders = new QActionGroup(menu);
    const auto addOrder = [&](const QString &text, Qt::SortOrder order) {
        QAction *action = orders->addAction(menu->addAction(text));
        action->setCheckable(true);
        action->setChecked(order == model.sortOrder());
        connect(action, &QAction::triggered, this,
                [this, order] { m_view.sortBy(m_view.accounts().sortColumn(), order); });
    };
    addOrder(tr("Ascending"), Qt::AscendingOrder);
    addOrder(tr("Descending"), Qt::DescendingOrder);
}
