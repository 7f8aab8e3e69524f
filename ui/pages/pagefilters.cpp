#include "ui/pages/pagefilters.h"

#include "models/list/accounttablemodel.h"
#include "ui/expirations/expirationspanel.h"
#include "ui/pages/filterbar.h"
#include "ui/widgets/searchfield.h"

PageFilters::PageFilters(AccountTableModel &model, SearchField &search, FilterBar &bar,
                         ExpirationsPanel &expirations, QObject *parent)
    : QObject(parent)
    , m_model(model)
    , m_search(search)
    , m_bar(bar)
{
    connect(&search, &QLineEdit::textChanged, this, [this](const QString &text) {
        AccountFilter filter = m_model.filter();
        filter.search = text;
        apply(filter);
    });
    connect(&bar, &FilterBar::statusChosen, this, &PageFilters::chooseStatus);
    connect(&bar, &FilterBar::rolesChosen, this, [this](const QStringList &roles) {
        AccountFilter filter = m_model.filter();
        filter.roles = roles;
        apply(filter);
    });
    connect(&bar, &FilterBar::expiryCleared, this, [this] { chooseExpiry({}); });
    connect(&expirations, &ExpirationsPanel::rangeChosen, this, &PageFilters::chooseExpiry);
}

void PageFilters::apply(const AccountFilter &filter)
{
    m_model.setFilter(filter);
    m_bar.setFilter(filter);
}

void PageFilters::chooseStatus(StatusChoice choice)
{
    AccountFilter filter = m_model.filter();
    // Pill and week are one choice, so that what is chosen shows as many rows as it says.
    filter.status = choice;
    filter.expiry = {};
    apply(filter);
}

void PageFilters::chooseExpiry(const std::optional<ExpiryRange> &range)
{
    AccountFilter filter = m_model.filter();
    filter.status = StatusChoice::All;
    filter.expiry = range;
    apply(filter);
}

void PageFilters::clear()
{
    // Its textChanged() sets the search; the rest follows here.
    m_search.clear();
    apply({});
}

void PageFilters::refresh()
{
    m_bar.setCounts(m_model.counts());
    m_bar.setRoleChoices(m_model.roleChoices());
}
