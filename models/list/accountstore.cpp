#include "models/list/accountstore.h"

namespace {

void appendFolded(std::string &keys, const QString &text)
{
    const QByteArray utf8 = text.toCaseFolded().toUtf8();
    keys.append(utf8.constData(), static_cast<size_t>(utf8.size()));
    // No word of a search holds a line feed, so that none matches across two fields.
    keys.push_back('\n');
}

void count(QHash<QString, int> &uses, const QString &text, int by)
{
    int &use = uses[text];
    use += by;
    if (use == 0)
        uses.remove(text);
}

} // namespace

std::optional<int> AccountStore::rowOf(const QString &id) const
{
    const auto found = m_rows.constFind(id);
    return found == m_rows.cend() ? std::nullopt : std::optional(*found);
}

std::string_view AccountStore::searchKey(int row) const
{
    const Span &span = m_spans[static_cast<size_t>(row)];
    return std::string_view(m_keys).substr(span.begin, span.length);
}

std::pair<int, bool> AccountStore::put(const ServiceAccount &account)
{
    const std::optional<int> known = rowOf(account.id);
    const int row = known.value_or(size());
    if (known) {
        unindex(row);
        m_accounts[static_cast<size_t>(row)] = account;
    } else {
        m_accounts.push_back(account);
        m_spans.emplace_back();
        m_rows.insert(account.id, row);
    }
    index(row);
    return {row, !known};
}

void AccountStore::removeRow(int row)
{
    unindex(row);
    m_rows.remove(at(row).id);
    const int last = size() - 1;
    if (row != last) {
        m_accounts[static_cast<size_t>(row)] = std::move(m_accounts.back());
        m_spans[static_cast<size_t>(row)] = m_spans.back();
        m_rows.insert(at(row).id, row);
    }
    m_accounts.pop_back();
    m_spans.pop_back();
}

std::vector<int> AccountStore::removeRows(const std::vector<bool> &gone)
{
    std::vector<int> newRows(m_accounts.size(), -1);
    int kept = 0;
    for (int row = 0; row < size(); ++row) {
        const auto from = static_cast<size_t>(row);
        if (gone[from]) {
            countOut(row);
            m_rows.remove(at(row).id);
            continue;
        }
        newRows[from] = kept;
        if (kept != row) {
            const auto to = static_cast<size_t>(kept);
            m_accounts[to] = std::move(m_accounts[from]);
            m_spans[to] = m_spans[from];
            m_rows.insert(at(kept).id, kept);
        }
        ++kept;
    }
    m_accounts.resize(static_cast<size_t>(kept));
    m_spans.resize(static_cast<size_t>(kept));
    compactKeysIfSparse();
    return newRows;
}

void AccountStore::clear()
{
    *this = AccountStore();
}

void AccountStore::index(int row)
{
    const ServiceAccount &account = at(row);
    count(m_names, account.name, 1);
    for (const AccountRole &role : account.roles)
        count(m_roleUse, role.name, 1);

    const size_t begin = m_keys.size();
    appendFolded(m_keys, account.name);
    appendFolded(m_keys, account.description);
    for (const AccountRole &role : account.roles)
        appendFolded(m_keys, role.name);
    m_spans[static_cast<size_t>(row)] = {begin, m_keys.size() - begin};
}

void AccountStore::unindex(int row)
{
    countOut(row);
    compactKeysIfSparse();
}

void AccountStore::countOut(int row)
{
    const ServiceAccount &account = at(row);
    count(m_names, account.name, -1);
    for (const AccountRole &role : account.roles)
        count(m_roleUse, role.name, -1);
    m_unusedKeyBytes += m_spans[static_cast<size_t>(row)].length;
}

void AccountStore::compactKeysIfSparse()
{
    if (m_unusedKeyBytes > m_keys.size() / 2)
        compactKeys();
}

void AccountStore::compactKeys()
{
    std::string keys;
    keys.reserve(m_keys.size());
    for (Span &span : m_spans) {
        const size_t begin = keys.size();
        keys.append(m_keys, span.begin, span.length);
        span.begin = begin;
    }
    m_keys = std::move(keys);
    m_unusedKeyBytes = 0;
}
