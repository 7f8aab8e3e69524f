#pragma once

#include "models/accounts/serviceaccount.h"

#include <QHash>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// All accounts of a connection, one after the other, in no order. Rows are numbers from 0; removing one
/// moves the last row into its place.
class AccountStore
{
public:
    int size() const { return static_cast<int>(m_accounts.size()); }
    const ServiceAccount &at(int row) const { return m_accounts[static_cast<size_t>(row)]; }

    std::optional<int> rowOf(const QString &id) const;
    bool hasName(const QString &name) const { return m_names.contains(name); }

    /// Name, description and roles, case-folded, in UTF-8, parted by line feeds. Made once for each version
    /// of an account; good until the next change.
    std::string_view searchKey(int row) const;

    /// The row it was put into, and whether that row is new.
    std::pair<int, bool> put(const ServiceAccount &account);
    /// The row that was last before moves to @p row.
    void removeRow(int row);
    /// Takes out every row that is true in @p gone; the others move up in their order. The new row of each
    /// old one, -1 for those that went.
    std::vector<int> removeRows(const std::vector<bool> &gone);
    void clear();

    /// How often each role name occurs.
    const QHash<QString, int> &roleUse() const { return m_roleUse; }

private:
    struct Span
    {
        size_t begin = 0;
        size_t length = 0;
    };

    void index(int row);
    void unindex(int row);
    void countOut(int row);
    void compactKeysIfSparse();
    void compactKeys();

    std::vector<ServiceAccount> m_accounts;
    std::vector<Span> m_spans;
    /// Search keys end to end; a changed account's new key goes to the end.
    std::string m_keys;
    size_t m_unusedKeyBytes = 0;
    QHash<QString, int> m_rows;
    QHash<QString, int> m_names;
    QHash<QString, int> m_roleUse;
};
