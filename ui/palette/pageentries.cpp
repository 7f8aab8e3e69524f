#include "ui/palette/pageentries.h"

#include "models/list/accounttablemodel.h"
#include "ui/actions/consoleactions.h"
#include "ui/expirations/expirationspanel.h"
#include "ui/pages/accounttableview.h"
#include "ui/pages/serviceaccountspage.h"
#include "ui/pages/tablecolumns.h"

#include <utility>

PageEntries::PageEntries(const ConsoleActions &actions, ServiceAccountsPage &page)
    : m_actions(actions)
    , m_page(page)
{
}

QList<PaletteEntry> PageEntries::all() const
{
    QList<PaletteEntry> entries;
    addStatus(&entries);
    addSorting(&entries);
    entries.append(entry(tr("Reset Columns"), QStringLiteral("columns-3"),
                         [page = &m_page] { page->view()->columns()->reset(); }));
    addExpirations(&entries);
    return entries;
}

PaletteEntry PageEntries::entry(const QString &text, const QString &icon, std::function<void()> run) const
{
    // All of them need the page, as its columns do.
    return {text, icon, {}, m_actions.reasonAgainst(ConsoleAction::Columns), std::move(run)};
}

void PageEntries::addStatus(QList<PaletteEntry> *entries) const
{
    for (const StatusChoice choice : allStatusChoices)
        entries->append(entry(tr("Status: %1").arg(statusChoiceText(choice)), QStringLiteral("search"),
                              [page = &m_page, choice] { page->chooseStatus(choice); }));
}

void PageEntries::addSorting(QList<PaletteEntry> *entries) const
{
    const auto add = [&](const QString &text, Qt::SortOrder order, auto run) {
        entries->append(entry(
            text, order == Qt::AscendingOrder ? QStringLiteral("arrow-up") : QStringLiteral("arrow-down"),
            [view = m_page.view(), run] { run(*view); }));
    };
    for (const AccountColumnInfo &info : accountColumns())
        add(tr("Sort By %1").arg(info.title()), m_page.view()->accounts().sortOrder(),
            [column = info.column](AccountTableView &view) {
                view.sortBy(column, view.accounts().sortOrder());
            });
    for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder})
        add(order == Qt::AscendingOrder ? tr("Sort Ascending") : tr("Sort Descending"), order,
            [order](AccountTableView &view) { view.sortBy(view.accounts().sortColumn(), order); });
}

void PageEntries::addExpirations(QList<PaletteEntry> *entries) const
{
    ExpirationsPanel *panel = m_page.expirations();
    const bool isTable = panel->isTableShown() && !panel->isFolded();
    entries->append(
        {isTable ? tr("Expirations Ahead: Show as Chart") : tr("Expirations Ahead: Show as Table"),
         QStringLiteral("calendar-clock"),
         {},
         m_actions.reasonAgainst(ConsoleAction::ShowChart),
         [panel, isTable] {
             panel->setFolded(false);
             panel->setTableShown(!isTable);
         }});
}
