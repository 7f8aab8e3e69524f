#include "models/list/accounttablemodel.h"

#include <algorithm>

namespace {

/// QList's own comparison hands a null pointer to memcmp() when both are empty, which is undefined.
bool isSame(const QList<int> &left, const QList<int> &right)
{
    return std::equal(left.cbegin(), left.cend(), right.cbegin(), right.cend());
}

} // namespace

AccountTableModel::AccountTableModel(const Clock &clock, QObject *parent)
    : QAbstractTableModel(parent)
    , m_clock(clock)
{
    m_context.now = serverNow();
}

const ServiceAccount &AccountTableModel::serviceAccountAt(int row) const
{
    return m_store.at(m_shown.at(row));
}

Status AccountTableModel::statusOfRow(int row) const
{
    return statusAt(serviceAccountAt(row).expiryDate, m_context.now);
}

bool AccountTableModel::isSaved(int row) const
{
    return m_context.savedIds.contains(serviceAccountAt(row).id);
}

int AccountTableModel::rowOf(const QString &id) const
{
    const std::optional<int> storeRow = m_store.rowOf(id);
    return storeRow ? static_cast<int>(m_shown.indexOf(*storeRow)) : -1;
}

const ServiceAccount *AccountTableModel::accountById(const QString &id) const
{
    const std::optional<int> storeRow = m_store.rowOf(id);
    return storeRow ? &m_store.at(*storeRow) : nullptr;
}

void AccountTableModel::setFilter(const AccountFilter &filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    m_alwaysShown.clear();
    rebuild();
}

QStringList AccountTableModel::roleChoices() const
{
    QStringList names;
    QStringList others = m_store.roleUse().keys();
    for (const Role role : allRoles()) {
        names.append(roleName(role));
        others.removeOne(roleName(role));
    }
    std::sort(others.begin(), others.end());
    return names + others;
}

void AccountTableModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= accountColumnTotal)
        return;
    m_index.setOrder(static_cast<AccountColumn>(column), order);
    rebuild();
}

void AccountTableModel::setAlwaysShown(const QString &id)
{
    m_alwaysShown = id;
    rebuild();
}

int AccountTableModel::alwaysShownRow() const
{
    return m_alwaysShown.isEmpty() ? -1 : m_store.rowOf(m_alwaysShown).value_or(-1);
}

const ServiceAccount *AccountTableModel::shownInSpiteOfFilter() const
{
    return m_filterHidesAlwaysShown ? accountById(m_alwaysShown) : nullptr;
}

void AccountTableModel::put(const QList<ServiceAccount> &accounts)
{
    QList<int> added;
    QList<int> changed;
    for (const ServiceAccount &account : accounts) {
        const auto known = m_store.rowOf(account.id);
        if (known && m_store.at(*known) == account)
            continue;
        const auto [row, isNew] = m_store.put(account);
        if (isNew)
            added.append(row);
        else if (!added.contains(row))
            changed.append(row);
    }
    if (added.isEmpty() && changed.isEmpty())
        return;
    m_index.put(added, changed);
    rebuild();
    for (const int storeRow : std::as_const(changed)) {
        const auto row = static_cast<int>(m_shown.indexOf(storeRow));
        if (row >= 0)
            Q_EMIT dataChanged(index(row, 0), index(row, accountColumnTotal - 1));
    }
}

void AccountTableModel::remove(const QString &id)
{
    if (const std::optional<int> storeRow = m_store.rowOf(id)) {
        removeRow(*storeRow);
        rebuild();
    }
}

void AccountTableModel::removeRow(int storeRow)
{
    const int last = m_store.size() - 1;
    const auto row = static_cast<int>(m_shown.indexOf(storeRow));
    if (row >= 0)
        beginRemoveRows({}, row, row);
    m_store.removeRow(storeRow);
    m_index.removed(storeRow, last);
    if (row >= 0)
        m_shown.removeAt(row);
    std::replace(m_shown.begin(), m_shown.end(), last, storeRow);
    if (row >= 0)
        endRemoveRows();
}

void AccountTableModel::reconcile(const QList<ServiceAccount> &accounts, const QSet<QString> &except)
{
    QSet<QString> ids;
    ids.reserve(accounts.size());
    QList<ServiceAccount> wanted;
    for (const ServiceAccount &account : accounts) {
        ids.insert(account.id);
        if (!except.contains(account.id))
            wanted.append(account);
    }
    for (int row = m_store.size() - 1; row >= 0; --row) {
        const QString id = m_store.at(row).id;
        if (!ids.contains(id) && !except.contains(id))
            removeRow(row);
    }
    put(wanted);
    rebuild();
}

void AccountTableModel::clear()
{
    beginResetModel();
    m_store.clear();
    m_index.clear();
    m_shown.clear();
    m_alwaysShown.clear();
    m_filterHidesAlwaysShown = false;
    endResetModel();
    Q_EMIT countsChanged();
}

void AccountTableModel::setSavedIds(const QSet<QString> &ids)
{
    if (ids == m_context.savedIds)
        return;
    m_context.savedIds = ids;
    if (sortColumn() == AccountColumn::Keychain) {
        m_index.setOrder(sortColumn(), sortOrder());
        rebuild();
    }
    const auto column = static_cast<int>(AccountColumn::Keychain);
    repaint(column, column);
}

void AccountTableModel::setServerClockOffset(std::chrono::milliseconds offset)
{
    m_serverClockOffset = offset;
    updateTimes();
}

void AccountTableModel::updateTimes()
{
    if (sortColumn() == AccountColumn::Status)
        m_index.setOrder(sortColumn(), sortOrder());
    rebuild();
    repaint(static_cast<int>(AccountColumn::Status), static_cast<int>(AccountColumn::LastUsed));
}

void AccountTableModel::repaint(int firstColumn, int lastColumn)
{
    if (!m_shown.isEmpty())
        Q_EMIT dataChanged(index(0, firstColumn), index(static_cast<int>(m_shown.size()) - 1, lastColumn));
}

void AccountTableModel::rebuild()
{
    m_context.now = serverNow();
    QList<int> rows = m_index.rows(m_filter, m_context);
    const int alwaysShown = alwaysShownRow();
    m_filterHidesAlwaysShown = alwaysShown >= 0 && !rows.contains(alwaysShown);
    if (m_filterHidesAlwaysShown)
        rows.prepend(alwaysShown);
    show(std::move(rows));
    Q_EMIT countsChanged();
}

/// Any set of rows becomes any other by one change of order and one block of rows at the end that comes or
/// goes: a proxy model would take out each gap by itself, which is quadratic.
void AccountTableModel::show(QList<int> rows)
{
    if (isSame(rows, m_shown))
        return;
    const auto before = static_cast<int>(m_shown.size());
    const auto after = static_cast<int>(rows.size());
    if (after < before) {
        // Those that stay first, those that go at the end.
        std::vector<bool> stays(static_cast<size_t>(m_store.size()));
        for (const int row : std::as_const(rows))
            stays[static_cast<size_t>(row)] = true;
        QList<int> ordered = rows;
        for (const int row : std::as_const(m_shown)) {
            if (!stays[static_cast<size_t>(row)] && ordered.size() < before)
                ordered.append(row);
        }
        changeOrder(ordered);
        beginRemoveRows({}, after, before - 1);
        m_shown = std::move(rows);
        endRemoveRows();
        return;
    }
    if (after > before) {
        std::vector<bool> isShown(static_cast<size_t>(m_store.size()));
        for (const int row : std::as_const(m_shown))
            isShown[static_cast<size_t>(row)] = true;
        beginInsertRows({}, before, after - 1);
        for (const int row : std::as_const(rows)) {
            if (!isShown[static_cast<size_t>(row)] && m_shown.size() < after)
                m_shown.append(row);
        }
        endInsertRows();
    }
    changeOrder(rows);
}

void AccountTableModel::changeOrder(const QList<int> &rows)
{
    if (isSame(rows, m_shown))
        return;
    Q_EMIT layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    std::vector<int> newRow(static_cast<size_t>(m_store.size()), -1);
    for (int row = 0; row < rows.size(); ++row)
        newRow[static_cast<size_t>(rows.at(row))] = row;
    const QModelIndexList old = persistentIndexList();
    QModelIndexList moved;
    moved.reserve(old.size());
    for (const QModelIndex &place : old) {
        const int row = newRow[static_cast<size_t>(m_shown.at(place.row()))];
        moved.append(row >= 0 ? index(row, place.column()) : QModelIndex());
    }
    m_shown = rows;
    changePersistentIndexList(old, moved);
    Q_EMIT layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

int AccountTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int AccountTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : accountColumnTotal;
}

QVariant AccountTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != Qt::DisplayRole)
        return {};
    return accountColumn(static_cast<AccountColumn>(index.column()))
        .text(serviceAccountAt(index.row()), m_context);
}

QVariant AccountTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 ||
        section >= accountColumnTotal)
        return {};
    return accountColumn(static_cast<AccountColumn>(section)).title();
}
