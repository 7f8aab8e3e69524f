#include "models/list/accounttablemodel.h"

#include "models/list/rowrange.h"

#include <algorithm>

namespace {

/// Up to so many ranges of rows are told one by one: each costs a view a walk through its rows.
constexpr qsizetype fewRanges = 64;

/// The Date header has whole seconds, and an answer is some time on its way.
constexpr std::chrono::seconds clockJitter{2};

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
    return statusAt(serviceAccountAt(row).expiryDate, m_context.now, m_context.soon);
}

bool AccountTableModel::isSaved(int row) const
{
    return m_context.savedIds.contains(serviceAccountAt(row).id);
}

QString AccountTableModel::text(int row, AccountColumn column) const
{
    return accountColumn(column).text(serviceAccountAt(row), m_context);
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

QStringList AccountTableModel::idsByName(const QString &text, int most) const
{
    QStringList ids;
    for (const int storeRow : m_index.findByName(text, most))
        ids.append(m_store.at(storeRow).id);
    return ids;
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

void AccountTableModel::setAlwaysShown(const QString &id, ShownFor reason)
{
    m_alwaysShown = id;
    m_shownFor = reason;
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
    Q_EMIT accountsAboutToChange();
    QList<int> changed;
    if (takeOver(accounts, changed)) {
        rebuild();
        repaintRows(changed);
    }
    Q_EMIT accountsChanged();
}

/// Into store and index. False when nothing differs; @p changed are the rows that were there before.
bool AccountTableModel::takeOver(const QList<ServiceAccount> &accounts, QList<int> &changed)
{
    const int before = m_store.size();
    QList<int> added;
    for (const ServiceAccount &account : accounts) {
        const auto known = m_store.rowOf(account.id);
        if (known && m_store.at(*known) == account)
            continue;
        const auto [row, isNew] = m_store.put(account);
        if (isNew)
            added.append(row);
        else if (row < before)
            changed.append(row);
    }
    if (added.isEmpty() && changed.isEmpty())
        return false;
    m_index.put(added, changed);
    return true;
}

void AccountTableModel::repaintRows(const QList<int> &storeRows)
{
    if (storeRows.isEmpty())
        return;
    std::vector<bool> isChanged(static_cast<size_t>(m_store.size()));
    for (const int row : storeRows)
        isChanged[static_cast<size_t>(row)] = true;
    const auto emitChange = [this](const RowRange &rows) {
        Q_EMIT dataChanged(index(rows.first, 0), index(rows.last, accountColumnTotal - 1));
    };
    const QList<RowRange> ranges = rangesOf(m_shown, isChanged);
    if (ranges.size() > fewRanges)
        emitChange({ranges.constFirst().first, ranges.constLast().last});
    else
        std::for_each(ranges.cbegin(), ranges.cend(), emitChange);
}

void AccountTableModel::remove(const QString &id)
{
    if (const std::optional<int> storeRow = m_store.rowOf(id)) {
        Q_EMIT accountsAboutToChange();
        removeRow(*storeRow);
        rebuild();
        Q_EMIT accountsChanged();
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
    Q_EMIT accountsAboutToChange();
    std::vector<bool> gone(static_cast<size_t>(m_store.size()), true);
    QList<ServiceAccount> wanted;
    wanted.reserve(accounts.size());
    const auto keep = [&](const QString &id) {
        if (const auto row = m_store.rowOf(id))
            gone[static_cast<size_t>(*row)] = false;
    };
    for (const ServiceAccount &account : accounts) {
        keep(account.id);
        if (!except.contains(account.id))
            wanted.append(account);
    }
    std::for_each(except.cbegin(), except.cend(), keep);

    const bool hasGone = std::find(gone.cbegin(), gone.cend(), true) != gone.cend();
    if (hasGone)
        removeGone(gone);
    QList<int> changed;
    if (takeOver(wanted, changed) || hasGone) {
        rebuild();
        repaintRows(changed);
    }
    Q_EMIT accountsChanged();
}

void AccountTableModel::removeGone(const std::vector<bool> &gone)
{
    takeOutOfShown(gone);
    const std::vector<int> newRows = m_store.removeRows(gone);
    m_index.removed(newRows);
    for (int &row : m_shown)
        row = newRows[static_cast<size_t>(row)];
}

/// A few gaps go each by itself, so that a view moves on to a neighbour; many in one block.
void AccountTableModel::takeOutOfShown(const std::vector<bool> &gone)
{
    const QList<RowRange> gaps = rangesOf(m_shown, gone);
    if (gaps.size() > fewRanges) {
        QList<int> rest = m_shown;
        rest.removeIf([&gone](int row) { return gone[static_cast<size_t>(row)]; });
        show(std::move(rest));
        return;
    }
    for (auto gap = gaps.crbegin(); gap != gaps.crend(); ++gap) {
        beginRemoveRows({}, gap->first, gap->last);
        m_shown.erase(m_shown.cbegin() + gap->first, m_shown.cbegin() + gap->last + 1);
        endRemoveRows();
    }
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
    if (std::chrono::abs(offset - m_serverClockOffset) < clockJitter)
        return;
    m_serverClockOffset = offset;
    updateTimes();
}

void AccountTableModel::setSoon(std::chrono::hours soon)
{
    if (soon == m_context.soon)
        return;
    m_context.soon = soon;
    updateTimes();
}

void AccountTableModel::setTimesExact(bool exact)
{
    if (exact == m_context.areTimesExact)
        return;
    m_context.areTimesExact = exact;
    repaint(static_cast<int>(AccountColumn::Expiration), static_cast<int>(AccountColumn::Created));
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
    return text(index.row(), static_cast<AccountColumn>(index.column()));
}

QVariant AccountTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 ||
        section >= accountColumnTotal)
        return {};
    return accountColumn(static_cast<AccountColumn>(section)).title();
}
