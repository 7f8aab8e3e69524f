#pragma once

#include <QObject>

QT_BEGIN_NAMESPACE
class QMenu;
QT_END_NAMESPACE

class AccountTableView;

/// What the button "Columns" and the head of the table offer: which columns are shown, what the rows are
/// sorted by (a table's head has no focus), how times are written.
class ColumnsMenu final : public QObject
{
    Q_OBJECT

public:
    /// Fills @p menu whenever it opens. Both must outlive it.
    ColumnsMenu(QMenu &menu, AccountTableView &view, QObject *parent = nullptr);

    /// Once before it opens: a menu that was never filled has no size to be placed by.
    void fill();

Q_SIGNALS:
    void timesExactChosen(bool exact);

private:
    void addColumns();
    void addSorting();

    QMenu &m_menu;
    AccountTableView &m_view;
};
