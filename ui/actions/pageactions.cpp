#include "ui/actions/pageactions.h"

#include "models/connections/currentconnection.h"
#include "models/list/accountlist.h"
#include "ui/actions/consoleactions.h"
#include "ui/expirations/expirationspanel.h"
#include "ui/pages/accountdialogs.h"
#include "ui/pages/accounttableview.h"
#include "ui/pages/serviceaccountspage.h"
#include "ui/widgets/menubutton.h"

#include <QAction>
#include <QItemSelectionModel>
#include <QMenu>

#include <array>

namespace {

/// What there is only as long as the page is shown. Reading again is possible without it.
constexpr std::array ofThePage{
    ConsoleAction::NewServiceAccount, ConsoleAction::Export,         ConsoleAction::Edit,
    ConsoleAction::Duplicate,         ConsoleAction::CopyName,       ConsoleAction::CopyRows,
    ConsoleAction::AddRole,           ConsoleAction::RemoveRole,     ConsoleAction::Delete,
    ConsoleAction::SelectAll,         ConsoleAction::ClearSelection, ConsoleAction::Search,
    ConsoleAction::ClearFilters,      ConsoleAction::ShowDetails,    ConsoleAction::ShowChart,
    ConsoleAction::ExactTimes,        ConsoleAction::Columns,
};

} // namespace

PageActions::PageActions(ConsoleActions &actions, ServiceAccountsPage &page, const ConsoleParts &parts,
                         QObject *parent)
    : QObject(parent)
    , m_actions(actions)
    , m_page(page)
    , m_parts(parts)
{
    connectActions();
    follow();
    refresh();
}

void PageActions::connectActions()
{
    using Page = ServiceAccountsPage;
    const auto on = [this](ConsoleAction action, void (Page::*slot)()) {
        connect(m_actions.of(action), &QAction::triggered, &m_page, slot);
    };
    on(ConsoleAction::NewServiceAccount, &Page::createAccount);
    on(ConsoleAction::Search, &Page::focusSearch);
    on(ConsoleAction::ClearFilters, &Page::clearFilters);
    on(ConsoleAction::Refresh, &Page::refresh);
    on(ConsoleAction::Stop, &Page::stop);
    on(ConsoleAction::Edit, &Page::editCurrent);
    on(ConsoleAction::Duplicate, &Page::duplicateCurrent);
    on(ConsoleAction::CopyName, &Page::copyName);
    on(ConsoleAction::CopyRows, &Page::copyRows);
    on(ConsoleAction::Delete, &Page::deleteSelected);
    on(ConsoleAction::AddRole, &Page::addRole);
    on(ConsoleAction::RemoveRole, &Page::removeRole);
    on(ConsoleAction::Export, &Page::exportAccounts);
    on(ConsoleAction::SelectAll, &Page::selectAll);
    on(ConsoleAction::ClearSelection, &Page::clearSelection);
    connectSwitches();
    connectColumns();
}

void PageActions::connectSwitches()
{
    QAction *details = m_actions.of(ConsoleAction::ShowDetails);
    details->setChecked(m_page.areDetailsShown());
    connect(details, &QAction::triggered, &m_page, &ServiceAccountsPage::setDetailsShown);
    connect(&m_page, &ServiceAccountsPage::detailsShownChanged, details, &QAction::setChecked);
    QAction *chart = m_actions.of(ConsoleAction::ShowChart);
    ExpirationsPanel *panel = m_page.expirations();
    connect(chart, &QAction::triggered, panel, [panel](bool shown) { panel->setFolded(!shown); });
    connect(panel, &ExpirationsPanel::foldedChanged, chart,
            [chart](bool folded) { chart->setChecked(!folded); });
    QAction *exact = m_actions.of(ConsoleAction::ExactTimes);
    exact->setChecked(m_page.areTimesExact());
    connect(exact, &QAction::triggered, &m_page, &ServiceAccountsPage::setTimesExact);
    connect(&m_page, &ServiceAccountsPage::timesExactChanged, exact, &QAction::setChecked);
}

void PageActions::connectColumns()
{
    QAction *columns = m_actions.of(ConsoleAction::Columns);
    // In the menu bar it opens beside its words; from the palette, under the button.
    columns->setMenu(m_page.columnsMenu());
    connect(columns, &QAction::triggered, &m_page, [this] {
        if (auto *button = qobject_cast<MenuButton *>(m_page.columnsMenu()->parentWidget()))
            button->openMenu();
    });
}

void PageActions::follow()
{
    const QItemSelectionModel *selection = m_page.view()->selectionModel();
    connect(selection, &QItemSelectionModel::selectionChanged, this, &PageActions::refresh);
    connect(selection, &QItemSelectionModel::currentChanged, this, &PageActions::refresh);
    connect(&m_parts.list, &AccountList::stateChanged, this, &PageActions::refresh);
    connect(m_parts.list.model(), &AccountTableModel::countsChanged, this, &PageActions::refresh);
    connect(&m_parts.connection, &CurrentConnection::changed, this, &PageActions::refresh);
    connect(&m_parts.connection, &CurrentConnection::sessionChanged, this, &PageActions::refresh);
    connect(&m_page, &ServiceAccountsPage::canCreateChanged, this, &PageActions::refresh);
}

int PageActions::selectedRows() const
{
    int rows = 0;
    for (const QItemSelectionRange &range : m_page.view()->selectionModel()->selection())
        rows += range.height();
    return rows;
}

QString PageActions::currentAccount() const
{
    const int row = m_page.view()->currentRow();
    const bool isOne = row >= 0 && row < m_parts.list.model()->rowCount() && selectedRows() <= 1;
    return isOne ? m_parts.list.model()->serviceAccountAt(row).name : QString();
}

QString PageActions::reasonAgainstOne() const
{
    if (!m_parts.list.api())
        return tr("No connection is open.");
    if (selectedRows() > 1)
        return tr("Several accounts are selected.");
    return currentAccount().isEmpty() ? tr("No account is selected.") : QString();
}

QString PageActions::reasonAgainstChosen() const
{
    if (!m_parts.list.api())
        return tr("No connection is open.");
    return selectedRows() == 0 && currentAccount().isEmpty() ? tr("No account is selected.") : QString();
}

QString PageActions::reasonAgainstDelete() const
{
    const QString reason = reasonAgainstChosen();
    const int row = m_page.view()->currentRow();
    if (!reason.isEmpty() || currentAccount().isEmpty())
        return reason;
    return m_page.dialogs()->deleteForbidden(m_parts.list.model()->serviceAccountAt(row));
}

QString PageActions::reasonAgainstAnotherToken() const
{
    if (!m_parts.connection.connection())
        return tr("No connection is open.");
    return m_parts.connection.signsInWithToken() ? QString() : tr("The local workspace signs in by itself.");
}

void PageActions::refresh()
{
    const QString noConnection = m_parts.connection.connection() ? QString() : tr("No connection is open.");
    m_actions.setReasonAgainst(ConsoleAction::UseAnotherToken, reasonAgainstAnotherToken());
    m_actions.setReasonAgainst(ConsoleAction::Refresh, noConnection);
    m_actions.setReasonAgainst(ConsoleAction::Stop,
                               m_page.canStop() ? QString() : tr("Nothing is being loaded."));
    if (m_parts.list.needsAdmin()) {
        for (const ConsoleAction action : ofThePage)
            m_actions.setReasonAgainst(action, tr("Needs the Admin role."));
        return;
    }
    refreshPage();
}

void PageActions::refreshPage()
{
    const AccountTableModel &model = *m_parts.list.model();
    const QString noRows = model.rowCount() == 0 ? tr("No account is shown.") : QString();
    const QString notOne = reasonAgainstOne();
    const QString notChosen = reasonAgainstChosen();
    const auto against = [this](ConsoleAction action, const QString &reason) {
        m_actions.setReasonAgainst(action, reason);
    };
    against(ConsoleAction::NewServiceAccount, m_page.canCreate() ? QString() : tr("No connection is open."));
    against(ConsoleAction::Export, noRows);
    against(ConsoleAction::Edit, notOne);
    against(ConsoleAction::Duplicate, notOne);
    against(ConsoleAction::CopyName, notOne);
    against(ConsoleAction::CopyRows, notChosen);
    against(ConsoleAction::AddRole, notChosen);
    against(ConsoleAction::RemoveRole, notChosen);
    against(ConsoleAction::Delete, reasonAgainstDelete());
    against(ConsoleAction::SelectAll, noRows);
    against(ConsoleAction::ClearSelection, selectedRows() == 0 ? tr("No account is selected.") : QString());
    against(ConsoleAction::ClearFilters, model.filter().isSet() ? QString() : tr("No filter is set."));
    for (const ConsoleAction always : {ConsoleAction::Search, ConsoleAction::ShowDetails,
                                       ConsoleAction::ExactTimes, ConsoleAction::Columns})
        against(always, {});
    // As long as nobody chose, it follows from the height of the window.
    m_actions.of(ConsoleAction::ShowChart)->setChecked(!m_page.expirations()->isFolded());
    against(ConsoleAction::ShowChart, model.total() == 0 ? tr("There are no accounts.") : QString());
}
