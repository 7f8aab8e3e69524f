#include "app/storage/filelayoutstore.h"

#include <QJsonArray>

#include <algorithm>

namespace {

constexpr int version = 1;
constexpr QLatin1StringView pagesField("pages");
constexpr QLatin1StringView geometryField("window_geometry");
constexpr QLatin1StringView columnsField("columns");
constexpr QLatin1StringView columnField("column");
constexpr QLatin1StringView widthField("width");
constexpr QLatin1StringView hiddenField("hidden");
constexpr QLatin1StringView sortField("sort");
constexpr QLatin1StringView descendingField("descending");
constexpr QLatin1StringView detailsField("details");
constexpr QLatin1StringView detailsWidthField("details_width");
constexpr QLatin1StringView chartFoldedField("chart_folded");
constexpr QLatin1StringView exactTimesField("exact_times");

/// Wider than any screen: whatever is beyond is a mistake in the file.
constexpr int widest = 16384;

int widthFrom(const QJsonValue &value)
{
    const int width = value.toInt();
    return width > 0 && width <= widest ? width : 0;
}

std::optional<AccountColumn> columnFrom(const QJsonValue &value)
{
    const QString key = value.toString();
    for (const AccountColumnInfo &info : accountColumns()) {
        if (info.key == key)
            return info.column;
    }
    return std::nullopt;
}

std::optional<bool> flagFrom(const QJsonValue &value)
{
    return value.isBool() ? std::optional(value.toBool()) : std::nullopt;
}

QList<ColumnLayout> columnsFrom(const QJsonArray &list)
{
    QList<ColumnLayout> columns;
    for (const QJsonValue &value : list) {
        const QJsonObject entry = value.toObject();
        const auto column = columnFrom(entry.value(columnField));
        const auto isKnown = [&column](const ColumnLayout &known) { return known.column == *column; };
        if (column && std::none_of(columns.cbegin(), columns.cend(), isKnown))
            columns.append({*column, widthFrom(entry.value(widthField)), entry.value(hiddenField).toBool()});
    }
    return columns;
}

QJsonArray toJson(const QList<ColumnLayout> &columns)
{
    QJsonArray list;
    for (const ColumnLayout &layout : columns) {
        list.append(QJsonObject{{columnField, accountColumn(layout.column).key},
                                {widthField, layout.width},
                                {hiddenField, layout.isHidden}});
    }
    return list;
}

void insertChosen(QJsonObject &entry, QLatin1StringView field, const std::optional<bool> &flag)
{
    if (flag)
        entry.insert(field, *flag);
    else
        entry.remove(field);
}

} // namespace

FileLayoutStore::FileLayoutStore(const QString &path)
    : m_file(path, version)
{
    m_file.load();
}

PageLayout FileLayoutStore::page(const QString &connectionKey) const
{
    const QJsonObject entry = m_file.object().value(pagesField).toObject().value(connectionKey).toObject();
    PageLayout layout;
    layout.columns = columnsFrom(entry.value(columnsField).toArray());
    layout.sortColumn = columnFrom(entry.value(sortField)).value_or(layout.sortColumn);
    layout.sortOrder = entry.value(descendingField).toBool() ? Qt::DescendingOrder : Qt::AscendingOrder;
    layout.areDetailsShown = flagFrom(entry.value(detailsField));
    layout.detailsWidth = widthFrom(entry.value(detailsWidthField));
    layout.isChartFolded = flagFrom(entry.value(chartFoldedField));
    layout.areTimesExact = entry.value(exactTimesField).toBool();
    return layout;
}

Result<Done> FileLayoutStore::keepPage(const QString &connectionKey, const PageLayout &layout)
{
    QJsonObject object = m_file.object();
    QJsonObject pages = object.value(pagesField).toObject();
    QJsonObject entry = pages.value(connectionKey).toObject();
    entry.insert(columnsField, toJson(layout.columns));
    entry.insert(sortField, accountColumn(layout.sortColumn).key);
    entry.insert(descendingField, layout.sortOrder == Qt::DescendingOrder);
    insertChosen(entry, detailsField, layout.areDetailsShown);
    entry.insert(detailsWidthField, layout.detailsWidth);
    insertChosen(entry, chartFoldedField, layout.isChartFolded);
    entry.insert(exactTimesField, layout.areTimesExact);
    if (pages.value(connectionKey) == entry)
        return Done{};
    pages.insert(connectionKey, entry);
    object.insert(pagesField, pages);
    return m_file.save(std::move(object));
}

QByteArray FileLayoutStore::windowGeometry() const
{
    return QByteArray::fromBase64(m_file.object().value(geometryField).toString().toLatin1());
}

Result<Done> FileLayoutStore::keepWindowGeometry(const QByteArray &geometry)
{
    QJsonObject object = m_file.object();
    const QString text = QString::fromLatin1(geometry.toBase64());
    if (object.value(geometryField).toString() == text)
        return Done{};
    object.insert(geometryField, text);
    return m_file.save(std::move(object));
}
