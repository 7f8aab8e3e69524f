#pragma once

#include "models/list/accountcolumn.h"

#include <QTableView>

#include <functional>

class AccountDelegate;
class AccountTableModel;
class RowMenu;
class TableColumns;

/// The table "Service accounts": whole rows, keyboard, columns of the design's widths of which Description
/// takes the rest. Its trailing actionsWidth pixels are covered by RowActions.
class AccountTableView final : public QTableView
{
    Q_OBJECT

public:
    static constexpr int actionsWidth = 40;

    /// @p model must outlive it.
    explicit AccountTableView(AccountTableModel &model, QWidget *parent = nullptr);

    AccountTableModel &accounts() const { return m_model; }

    /// -1 for none.
    int hoveredRow() const { return m_hoveredRow; }
    /// From the strip too, which lies over the rows.
    void setHoveredRow(int row);
    int currentRow() const { return currentIndex().row(); }
    /// Of the account of the current row; empty for none.
    QString currentId() const { return idOf(currentRow()); }
    /// Sideways only for the arrow keys: a press on a column that is half in view moves nothing.
    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;
    /// From the top to the bottom.
    QList<int> selectedRows() const;

    TableColumns *columns() const { return m_columns; }
    void sortBy(AccountColumn column, Qt::SortOrder order);

    /// Makes the account's row the current one and scrolls it into view. Nothing when it is not shown.
    void showAccount(const QString &id);
    /// Old rows are painted without the colours of their states.
    void setOld(bool old);

    /// The menu of a row, at a place on the screen.
    void openRowMenu(int row, const QPoint &globalPosition);
    RowMenu *rowMenu();
    /// Tells why an account cannot be deleted from here; an empty reason allows it.
    void setDeleteForbidden(std::function<QString(const ServiceAccount &)> reason)
    {
        m_deleteForbidden = std::move(reason);
    }

public Q_SLOTS:
    void copyCurrentName();
    /// The selected rows, or the current one, as text, with the columns that are shown.
    void copyRows();

Q_SIGNALS:
    void editRequested(const QString &id);
    void duplicateRequested(const QString &id);
    void deleteRequested(const QString &id);
    /// The Delete key, while several rows are selected.
    void deleteManyRequested();
    void nameCopied(const QString &name);
    void rowsCopied(int count);
    /// Another row is the current one, or none is.
    void currentAccountChanged();
    /// A right click on the head, at a place on the screen.
    void columnsMenuRequested(const QPoint &globalPosition);
    /// Rows scrolled, came, went, or look otherwise: RowActions paints itself again.
    void rowsChanged();
    /// Once: rows can be seen for the first time.
    void rowsPainted();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void changeEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void updateGeometries() override;
    void scrollContentsBy(int dx, int dy) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;
    void rowsAboutToBeRemoved(const QModelIndex &parent, int first, int last) override;

private:
    void setUpColumns();
    void updateRow(int row);
    void updateFocusedRow();
    void lookForPointer();
    void copyName(const QString &id);
    void copySelected();
    bool areSeveralSelected() const { return selectedRows().size() > 1; }
    /// Does what a key does to one account; false where it does nothing to one.
    bool pressOfOne(const QKeyEvent &event, const QString &id);
    QString idOf(int row) const;

    AccountTableModel &m_model;
    AccountDelegate *m_delegate;
    /// Needs the model; QTableView lays itself out while it gets one.
    TableColumns *m_columns = nullptr;
    /// Made when it is first wanted.
    RowMenu *m_menu = nullptr;
    std::function<QString(const ServiceAccount &)> m_deleteForbidden;
    int m_hoveredRow = -1;
    bool m_isOld = false;
    bool m_followsColumn = false;
    bool m_accountsChange = false;
    bool m_rowsWerePainted = false;
};
