#include "models/list/accountindex.h"

#include <algorithm>

namespace {

std::vector<std::string> foldedWords(const QString &text)
{
    std::vector<std::string> words;
    const QStringList parts = text.toCaseFolded().simplified().split(u' ', Qt::SkipEmptyParts);
    for (const QString &part : parts)
        words.push_back(part.toStdString());
    return words;
}

bool hasAll(std::string_view key, const std::vector<std::string> &words)
{
    return std::all_of(words.cbegin(), words.cend(),
                       [key](const std::string &word) { return key.find(word) != std::string_view::npos; });
}

bool hasAnyRole(const ServiceAccount &account, const QStringList &names)
{
    return names.isEmpty() ||
           std::any_of(account.roles.cbegin(), account.roles.cend(),
                       [&names](const AccountRole &role) { return names.contains(role.name); });
}

/// Sorts rows that are in order of name already, and keeps that order among equals.
template <class Key, class Less>
void stableSort(std::vector<int> &rows, const std::vector<Key> &keys, Qt::SortOrder order, Less less)
{
    const auto key = [&keys](int row) -> const Key & { return keys[static_cast<size_t>(row)]; };
    std::stable_sort(rows.begin(), rows.end(), [&](int left, int right) {
        return order == Qt::AscendingOrder ? less(key(left), key(right)) : less(key(right), key(left));
    });
}

} // namespace

AccountIndex::AccountIndex(const AccountStore &store)
    : m_store(store)
{
    m_collator.setNumericMode(true);
    m_collator.setCaseSensitivity(Qt::CaseInsensitive);
}

bool AccountIndex::isNameLess(int left, int right) const
{
    const int order = m_nameKeys[static_cast<size_t>(left)].compare(m_nameKeys[static_cast<size_t>(right)]);
    return order != 0 ? order < 0 : m_store.at(left).id < m_store.at(right).id;
}

void AccountIndex::put(const QList<int> &newRows, const QList<int> &changedRows)
{
    QList<int> moved;
    for (const int row : changedRows) {
        QCollatorSortKey key = m_collator.sortKey(m_store.at(row).name);
        if (key.compare(m_nameKeys[static_cast<size_t>(row)]) == 0)
            continue;
        m_nameKeys[static_cast<size_t>(row)] = std::move(key);
        moved.append(row);
    }
    if (!moved.isEmpty()) {
        std::vector<bool> isMoved(m_nameKeys.size());
        for (const int row : std::as_const(moved))
            isMoved[static_cast<size_t>(row)] = true;
        const auto end = std::remove_if(m_byName.begin(), m_byName.end(),
                                        [&](int row) { return isMoved[static_cast<size_t>(row)]; });
        m_byName.erase(end, m_byName.end());
    }
    moved += newRows;
    for (const int row : newRows)
        m_nameKeys.push_back(m_collator.sortKey(m_store.at(row).name));

    const auto less = [this](int left, int right) { return isNameLess(left, right); };
    const auto before = static_cast<std::ptrdiff_t>(m_byName.size());
    m_byName.insert(m_byName.end(), moved.cbegin(), moved.cend());
    std::sort(m_byName.begin() + before, m_byName.end(), less);
    std::inplace_merge(m_byName.begin(), m_byName.begin() + before, m_byName.end(), less);
    forgetOrder();
}

void AccountIndex::removed(int row, int last)
{
    m_byName.erase(std::find(m_byName.begin(), m_byName.end(), row));
    if (row != last) {
        m_nameKeys[static_cast<size_t>(row)] = std::move(m_nameKeys.back());
        std::replace(m_byName.begin(), m_byName.end(), last, row);
    }
    m_nameKeys.pop_back();
    forgetOrder();
}

void AccountIndex::removed(const std::vector<int> &newRows)
{
    for (size_t row = 0; row < newRows.size(); ++row) {
        const int newRow = newRows[row];
        if (newRow >= 0 && static_cast<size_t>(newRow) != row)
            m_nameKeys[static_cast<size_t>(newRow)] = std::move(m_nameKeys[row]);
    }
    std::vector<int> byName;
    byName.reserve(m_byName.size());
    for (const int row : m_byName) {
        if (const int newRow = newRows[static_cast<size_t>(row)]; newRow >= 0)
            byName.push_back(newRow);
    }
    m_byName = std::move(byName);
    m_nameKeys.erase(m_nameKeys.begin() + static_cast<std::ptrdiff_t>(m_byName.size()), m_nameKeys.end());
    forgetOrder();
}

void AccountIndex::clear()
{
    m_nameKeys.clear();
    m_byName.clear();
    m_counts = {};
    m_expirations = {};
    forgetOrder();
}

void AccountIndex::setOrder(AccountColumn column, Qt::SortOrder order)
{
    m_column = column;
    m_order = order;
    forgetOrder();
}

void AccountIndex::forgetOrder()
{
    m_isSorted = false;
    m_hasMatches = false;
}

const std::vector<int> &AccountIndex::sortedRows(const ColumnContext &context)
{
    if (!m_isSorted) {
        sortByColumn(context);
        m_isSorted = true;
        m_hasMatches = false;
    }
    return m_sorted;
}

void AccountIndex::sortByColumn(const ColumnContext &context)
{
    m_sorted = m_byName;
    if (m_column == AccountColumn::Name) {
        if (m_order == Qt::DescendingOrder)
            std::reverse(m_sorted.begin(), m_sorted.end());
        return;
    }
    const auto keyOf = accountColumn(m_column).sortKey;
    std::vector<qint64> numbers;
    std::vector<QCollatorSortKey> texts;
    for (int row = 0; row < m_store.size(); ++row) {
        const ColumnSortKey key = keyOf(m_store.at(row), context);
        if (const auto *number = std::get_if<qint64>(&key))
            numbers.push_back(*number);
        else
            texts.push_back(m_collator.sortKey(std::get<QString>(key)));
    }
    if (!numbers.empty()) {
        stableSort(m_sorted, numbers, m_order, std::less<qint64>());
    } else {
        stableSort(m_sorted, texts, m_order, [](const QCollatorSortKey &one, const QCollatorSortKey &other) {
            return one.compare(other) < 0;
        });
    }
}

void AccountIndex::search(const QString &text, const ColumnContext &context)
{
    const std::vector<int> &sorted = sortedRows(context);
    // What is typed on to a text can only leave fewer of the rows that the text left.
    const bool narrows = m_hasMatches && text.startsWith(m_matchedText);
    if (narrows && text == m_matchedText)
        return;
    std::vector<int> matches;
    const std::vector<std::string> words = foldedWords(text);
    const std::vector<int> &candidates = narrows ? m_matches : sorted;
    matches.reserve(candidates.size());
    std::copy_if(candidates.cbegin(), candidates.cend(), std::back_inserter(matches),
                 [&](int row) { return hasAll(m_store.searchKey(row), words); });
    m_matches = std::move(matches);
    m_matchedText = text;
    m_hasMatches = true;
}

QList<int> AccountIndex::rows(const AccountFilter &filter, const ColumnContext &context)
{
    search(filter.search, context);
    m_counts = {};
    m_expirations = Expirations(context.now);
    const qint64 now = context.now.toMSecsSinceEpoch();
    QList<int> shown;
    shown.reserve(static_cast<qsizetype>(m_matches.size()));
    for (const int row : m_matches) {
        const ServiceAccount &account = m_store.at(row);
        if (!hasAnyRole(account, filter.roles))
            continue;
        const auto choices = choicesOf(account, now, context.soon);
        for (size_t choice = 0; choice < choices.size(); ++choice)
            m_counts.byChoice[choice] += choices[choice] ? 1 : 0;
        const bool isToExpire = account.expiryDate && !choices[static_cast<size_t>(StatusChoice::Expired)];
        const qint64 end = isToExpire ? account.expiryDate->toMSecsSinceEpoch() : 0;
        if (isToExpire)
            m_expirations.add(end, choices[static_cast<size_t>(StatusChoice::ExpiringSoon)]);
        const bool isInRange = !filter.expiry || (isToExpire && filter.expiry->contains(end));
        if (isInRange && choices[static_cast<size_t>(filter.status)])
            shown.append(row);
    }
    return shown;
}

std::vector<int> AccountIndex::findByName(const QString &text, int most) const
{
    const std::vector<std::string> words = foldedWords(text);
    std::vector<int> found;
    for (const int row : m_byName) {
        if (static_cast<int>(found.size()) == most)
            break;
        const std::string_view key = m_store.searchKey(row);
        // The name is its first line.
        if (hasAll(key.substr(0, key.find('\n')), words))
            found.push_back(row);
    }
    return found;
}
