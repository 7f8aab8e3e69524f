#include "tests/benchmarks/floormodel.h"

#include <QByteArray>

#include <simdjson.h>

#include <string_view>

namespace {

constexpr std::array<std::string_view, FloorModel::columns> fields{
    "name",           "description",   "roles",      "expiry_date", "masked_token",
    "last_used_date", "creation_date", "created_by", "update_date"};

QString textOf(simdjson::dom::element value)
{
    std::string_view text;
    if (value.get_string().get(text) == simdjson::SUCCESS)
        return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
    simdjson::dom::array several;
    QString joined;
    if (value.get_array().get(several) == simdjson::SUCCESS) {
        for (const simdjson::dom::element one : several)
            joined += (joined.isEmpty() ? QString() : QStringLiteral(", ")) + textOf(one);
    }
    return joined;
}

} // namespace

bool FloorModel::read(const QByteArray &json)
{
    simdjson::dom::parser parser;
    simdjson::dom::array items;
    const simdjson::padded_string padded(json.constData(), static_cast<size_t>(json.size()));
    if (parser.parse(padded)["items"].get_array().get(items) != simdjson::SUCCESS)
        return false;
    beginResetModel();
    m_rows.clear();
    m_rows.reserve(static_cast<qsizetype>(items.size()));
    for (const simdjson::dom::element item : items) {
        std::array<QString, columns> row;
        for (size_t column = 0; column < fields.size(); ++column) {
            simdjson::dom::element value;
            if (item[fields[column]].get(value) == simdjson::SUCCESS)
                row[column] = textOf(value);
        }
        m_rows.append(std::move(row));
    }
    endResetModel();
    return true;
}

int FloorModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int FloorModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QVariant FloorModel::data(const QModelIndex &index, int role) const
{
    if (role != Qt::DisplayRole)
        return {};
    return m_rows[index.row()][static_cast<size_t>(index.column())];
}

QVariant FloorModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal)
        return QAbstractTableModel::headerData(section, orientation, role);
    const std::string_view field = fields[static_cast<size_t>(section)];
    return QString::fromUtf8(field.data(), static_cast<qsizetype>(field.size()));
}
