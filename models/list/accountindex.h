#pragma once

#include "models/list/accountcolumn.h"
#include "models/list/accountcounts.h"
#include "models/list/accountfilter.h"
#include "models/list/accountstore.h"
#include "models/list/expirations.h"

#include <QCollator>
#include <QList>

#include <vector>

/// Which rows of a store are shown, and in which order. All rows are kept sorted, so that a filter is one
/// walk; what the last search left is kept too, so that typing on narrows that. Accounts that are equal in
/// the chosen column are ordered by name.
class AccountIndex
{
public:
    /// @p store must outlive it. Every change of the store has to be told by put() or removed().
    explicit AccountIndex(const AccountStore &store);

    void put(const QList<int> &newRows, const QList<int> &changedRows);
    /// @p row went, and the row @p last took its place (both alike when it was the last).
    void removed(int row, int last);
    /// Many went at once: the new row of each old one, -1 for those that went. The others keep their order.
    void removed(const std::vector<int> &newRows);
    void clear();

    void setOrder(AccountColumn column, Qt::SortOrder order);
    AccountColumn column() const { return m_column; }
    Qt::SortOrder order() const { return m_order; }

    /// The rows that @p filter leaves, sorted. Also counts them.
    QList<int> rows(const AccountFilter &filter, const ColumnContext &context);
    /// The first @p most rows, by name, whose name has every word of @p text; case ignored.
    std::vector<int> findByName(const QString &text, int most) const;
    /// Of the last rows(): for each choice, what the search and the roles leave.
    const AccountCounts &counts() const { return m_counts; }
    /// The same accounts by the week in which they expire.
    const Expirations &expirations() const { return m_expirations; }

private:
    const std::vector<int> &sortedRows(const ColumnContext &context);
    void sortByColumn(const ColumnContext &context);
    void search(const QString &text, const ColumnContext &context);
    bool isNameLess(int left, int right) const;
    void forgetOrder();

    const AccountStore &m_store;
    QCollator m_collator;
    AccountColumn m_column = AccountColumn::Name;
    Qt::SortOrder m_order = Qt::AscendingOrder;
    /// By store row.
    std::vector<QCollatorSortKey> m_nameKeys;
    /// Store rows by name, ascending.
    std::vector<int> m_byName;
    /// Store rows in the order asked for; made when needed.
    std::vector<int> m_sorted;
    bool m_isSorted = false;
    /// The rows of m_sorted that m_matchedText left.
    std::vector<int> m_matches;
    QString m_matchedText;
    bool m_hasMatches = false;
    AccountCounts m_counts;
    Expirations m_expirations;
};
