#include "ui/expirations/expirationtablemodel.h"

#include "ui/style/icons.h"

#include <QLocale>

void ExpirationTableModel::setExpirations(const Expirations &expirations)
{
    if (expirations == m_expirations)
        return;
    m_expirations = expirations;
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnTotal - 1));
}

void ExpirationTableModel::setChosenWeek(int week)
{
    if (week == m_chosen)
        return;
    m_chosen = week;
    Q_EMIT dataChanged(index(0, Week), index(rowCount() - 1, Week));
}

bool ExpirationTableModel::canPress(int week) const
{
    return week == m_chosen || m_expirations.weeks()[static_cast<size_t>(week)].count > 0;
}

int ExpirationTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : Expirations::weekTotal;
}

int ExpirationTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnTotal;
}

QVariant ExpirationTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const bool isChosen = index.row() == m_chosen && index.column() == Week;
    if (role == Qt::DecorationRole && isChosen)
        return Icons::icon(QStringLiteral("check"), Token::AccentText);
    if (role == Qt::AccessibleDescriptionRole && isChosen)
        return tr("The list shows these only.");
    if (role != Qt::DisplayRole)
        return {};
    const Expirations::Week &week = m_expirations.weeks()[static_cast<size_t>(index.row())];
    switch (index.column()) {
    case Week:
        return weekText(week.first);
    case Count:
        return QLocale().toString(week.count);
    case Soon:
        return week.soon > 0 ? QLocale().toString(week.soon) : QString();
    default:
        return {};
    }
}

QVariant ExpirationTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Week:
        return tr("Week");
    case Count:
        return tr("Tokens that expire");
    case Soon:
        return tr("Of these expiring soon");
    default:
        return {};
    }
}
