#pragma once

#include "models/list/accountfilter.h"

#include <QObject>

class AccountTableModel;
class ExpirationsPanel;
class FilterBar;
class SearchField;

/// Search, status, roles and week together are the list's filter; the bar shows what of it is chosen.
class PageFilters final : public QObject
{
    Q_OBJECT

public:
    /// All of them must outlive it.
    PageFilters(AccountTableModel &model, SearchField &search, FilterBar &bar, ExpirationsPanel &expirations,
                QObject *parent);

    /// In place of a chosen week too.
    void chooseStatus(StatusChoice choice);
    void clear();
    /// Shows what there is to choose among.
    void refresh();

private:
    void chooseExpiry(const std::optional<ExpiryRange> &range);
    void apply(const AccountFilter &filter);

    AccountTableModel &m_model;
    SearchField &m_search;
    FilterBar &m_bar;
};
