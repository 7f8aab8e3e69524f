#include "ui/pages/selectedaccounts.h"

#include "models/list/accounttablemodel.h"
#include "ui/pages/accountdialogs.h"
#include "ui/pages/accounttableview.h"
#include "ui/pages/selectionplace.h"

#include <QItemSelectionModel>
#include <QSet>

SelectedAccounts::SelectedAccounts(AccountTableView &view, AccountDialogs &dialogs, QWidget *line, int below,
                                   QWidget *page)
    : QObject(page)
    , m_view(view)
    , m_dialogs(dialogs)
    , m_place(new SelectionPlace(view, line, below, page))
{
    connect(m_place, &SelectionPlace::deleteRequested, this, &SelectedAccounts::deleteThem);
    connect(m_place, &SelectionPlace::addRoleRequested, this, &SelectedAccounts::addRole);
    connect(m_place, &SelectionPlace::removeRoleRequested, this, &SelectedAccounts::removeRole);
    connect(m_place, &SelectionPlace::exportRequested, this, &SelectedAccounts::exportThem);
    connect(m_place, &SelectionPlace::countChanged, this, &SelectedAccounts::countChanged);
    connect(&m_view, &AccountTableView::deleteManyRequested, this, &SelectedAccounts::deleteThem);
    connect(&m_dialogs, &AccountDialogs::manyEnded, this, &SelectedAccounts::select);
}

int SelectedAccounts::count() const
{
    return m_place->count();
}

QList<ServiceAccount> SelectedAccounts::accounts() const
{
    QList<int> rows = m_view.selectedRows();
    if (rows.isEmpty() && m_view.currentRow() >= 0)
        rows.append(m_view.currentRow());
    QList<ServiceAccount> result;
    result.reserve(rows.size());
    for (const int row : std::as_const(rows))
        result.append(m_view.accounts().serviceAccountAt(row));
    return result;
}

QList<ServiceAccount> SelectedAccounts::shownAccounts() const
{
    QList<ServiceAccount> result;
    result.reserve(m_view.accounts().rowCount());
    for (int row = 0; row < m_view.accounts().rowCount(); ++row)
        result.append(m_view.accounts().serviceAccountAt(row));
    return result;
}

void SelectedAccounts::deleteThem()
{
    const QList<ServiceAccount> chosen = accounts();
    if (chosen.size() == 1)
        m_dialogs.openDelete(chosen.first().id);
    else
        m_dialogs.openMany(ManyChange::Kind::Delete, chosen);
}

void SelectedAccounts::addRole()
{
    m_dialogs.openMany(ManyChange::Kind::AddRoles, accounts());
}

void SelectedAccounts::removeRole()
{
    m_dialogs.openMany(ManyChange::Kind::RemoveRoles, accounts());
}

void SelectedAccounts::exportThem()
{
    if (count() > 1)
        m_dialogs.openExport(accounts(), ExportDialog::Extent::Selected);
    else
        m_dialogs.openExport(shownAccounts(), ExportDialog::Extent::Shown);
}

void SelectedAccounts::select(const QStringList &ids)
{
    const QSet<QString> wanted(ids.cbegin(), ids.cend());
    const AccountTableModel &model = m_view.accounts();
    QItemSelection selection;
    for (int row = 0; row < model.rowCount(); ++row) {
        if (wanted.contains(model.serviceAccountAt(row).id))
            selection.select(model.index(row, 0), model.index(row, model.columnCount() - 1));
    }
    m_view.selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
}
