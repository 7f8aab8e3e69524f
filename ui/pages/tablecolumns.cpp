#include "ui/pages/tablecolumns.h"

#include <QApplication>
#include <QHeaderView>
#include <QScopedValueRollback>
#include <QTableView>

#include <algorithm>

namespace {

/// At the body size of the design; Description's is the least that it keeps. Roles has room for "Deployment"
/// and "+1".
constexpr std::array<int, accountColumnTotal> designWidths{152, 136, 134, 102, 124, 93, 100, 98, 76};
/// Of "24 Nov 2026 10:38".
constexpr int exactTimeWidth = 138;
constexpr double designBodySize = 13;
constexpr int leastColumn = 48;

int logicalOf(AccountColumn column)
{
    return static_cast<int>(column);
}

AccountColumn columnOf(int logical)
{
    return static_cast<AccountColumn>(logical);
}

bool isMoment(AccountColumn column)
{
    return column == AccountColumn::Expiration || column == AccountColumn::LastUsed ||
           column == AccountColumn::Created;
}

/// What is to be seen beside the details pane: the rest stands in the pane.
bool isMain(AccountColumn column)
{
    return column <= AccountColumn::Status;
}

} // namespace

TableColumns::TableColumns(QTableView &table, int covered)
    : QObject(&table)
    , m_table(table)
    , m_header(table.horizontalHeader())
    , m_covered(covered)
{
    m_header->setHighlightSections(false);
    m_header->setMinimumSectionSize(leastColumn);
    m_header->setSectionsClickable(true);
    m_header->setSectionsMovable(true);
    m_header->setFirstSectionMovable(false);
    m_header->setSectionResizeMode(logicalOf(AccountColumn::Description), QHeaderView::Fixed);
    fit();
    connect(m_header, &QHeaderView::sectionResized, this, [this](int logical, int, int size) {
        if (!m_isArranging)
            keepWidth(logical, size);
    });
    connect(m_header, &QHeaderView::sectionMoved, this, [this] {
        if (m_isArranging)
            return;
        fit();
        Q_EMIT changed();
    });
}

int TableColumns::ownWidth(AccountColumn column) const
{
    const double larger = std::max(1.0, QFontInfo(QApplication::font()).pixelSize() / designBodySize);
    const int designed =
        m_areTimesExact && isMoment(column) ? exactTimeWidth : designWidths[static_cast<size_t>(column)];
    return qRound(designed * larger);
}

int TableColumns::width(AccountColumn column) const
{
    const int chosen = m_widths[static_cast<size_t>(column)];
    return chosen > 0 ? std::max(chosen, leastColumn) : ownWidth(column);
}

void TableColumns::keepWidth(int logical, int size)
{
    const int covered = logical == lastColumn() ? m_covered : 0;
    m_widths[static_cast<size_t>(logical)] = std::max(leastColumn, size - covered);
    fit();
    Q_EMIT changed();
}

int TableColumns::lastColumn() const
{
    for (int place = m_header->count() - 1; place > 0; --place) {
        if (const int logical = m_header->logicalIndex(place); !m_header->isSectionHidden(logical))
            return logical;
    }
    return logicalOf(AccountColumn::Name);
}

QList<AccountColumn> TableColumns::shown() const
{
    QList<AccountColumn> columns;
    for (int place = 0; place < m_header->count(); ++place) {
        if (const int logical = m_header->logicalIndex(place); !m_header->isSectionHidden(logical))
            columns.append(columnOf(logical));
    }
    return columns;
}

bool TableColumns::isShown(AccountColumn column) const
{
    return !m_header->isSectionHidden(logicalOf(column));
}

QList<ColumnLayout> TableColumns::layout() const
{
    QList<ColumnLayout> columns;
    for (int place = 0; place < m_header->count(); ++place) {
        const AccountColumn column = columnOf(m_header->logicalIndex(place));
        columns.append({column, m_widths[static_cast<size_t>(column)], !isShown(column)});
    }
    return columns;
}

void TableColumns::move(AccountColumn column, int place)
{
    if (const int now = m_header->visualIndex(logicalOf(column)); now != place)
        m_header->moveSection(now, place);
}

void TableColumns::apply(const QList<ColumnLayout> &layout)
{
    if (layout == this->layout())
        return;
    {
        const QScopedValueRollback arranging(m_isArranging, true);
        m_widths = {};
        int place = 0;
        move(AccountColumn::Name, place++);
        std::array<bool, accountColumnTotal> isHidden{};
        for (const ColumnLayout &wanted : layout) {
            m_widths[static_cast<size_t>(wanted.column)] = wanted.width;
            isHidden[static_cast<size_t>(wanted.column)] = wanted.isHidden && canHide(wanted.column);
            if (wanted.column != AccountColumn::Name)
                move(wanted.column, place++);
        }
        for (const AccountColumnInfo &info : accountColumns()) {
            const auto isIt = [&info](const ColumnLayout &known) { return known.column == info.column; };
            if (info.column != AccountColumn::Name && std::none_of(layout.cbegin(), layout.cend(), isIt))
                move(info.column, place++);
            m_header->setSectionHidden(logicalOf(info.column), isHidden[static_cast<size_t>(info.column)]);
        }
    }
    fit();
    Q_EMIT changed();
}

void TableColumns::setShown(AccountColumn column, bool shown)
{
    if (!canHide(column) || shown == isShown(column))
        return;
    {
        const QScopedValueRollback arranging(m_isArranging, true);
        m_header->setSectionHidden(logicalOf(column), !shown);
    }
    fit();
    Q_EMIT changed();
}

void TableColumns::setBesideDetails(bool beside)
{
    m_isBesideDetails = beside;
    fit();
}

void TableColumns::setTimesExact(bool exact)
{
    m_areTimesExact = exact;
    fit();
}

int TableColumns::widthOfDescription(int room) const
{
    const int least = ownWidth(AccountColumn::Description);
    int others = 0;
    int mainOnes = 0;
    for (const AccountColumn column : shown()) {
        if (column == AccountColumn::Description)
            continue;
        others += width(column);
        mainOnes += isMain(column) ? width(column) : 0;
    }
    const bool allFit = room - others >= least;
    return std::max(least, room - (m_isBesideDetails && !allFit ? mainOnes : others));
}

void TableColumns::fit()
{
    if (m_isArranging)
        return;
    const QScopedValueRollback arranging(m_isArranging, true);
    const int view = m_table.viewport()->width();
    const int last = lastColumn();
    const bool hasDescription = isShown(AccountColumn::Description);
    int before = 0;
    for (const AccountColumn column : shown()) {
        const int logical = logicalOf(column);
        int size =
            column == AccountColumn::Description ? widthOfDescription(view - m_covered) : width(column);
        if (logical == last)
            size = std::max(size + m_covered, hasDescription ? 0 : view - before);
        if (m_header->sectionSize(logical) != size)
            m_header->resizeSection(logical, size);
        before += size;
    }
    Q_EMIT fitted();
}
