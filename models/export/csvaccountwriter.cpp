#include "models/export/csvaccountwriter.h"

#include "models/export/spreadsheettext.h"

#include <algorithm>

namespace {

bool needsQuotes(const QString &cell)
{
    const auto isSpecial = [](QChar sign) {
        return sign == u',' || sign == u'"' || sign == u'\r' || sign == u'\n' || sign == u';' ||
               sign == u'\t';
    };
    return !cell.isEmpty() && (cell.front().isSpace() || cell.back().isSpace() ||
                               std::any_of(cell.cbegin(), cell.cend(), isSpecial));
}

QString quoted(QString cell)
{
    if (!needsQuotes(cell))
        return cell;
    cell.replace(u'"', QStringLiteral("\"\""));
    return u'"' + cell + u'"';
}

QByteArray line(const QStringList &cells)
{
    return (cells.join(u',') + QStringLiteral("\r\n")).toUtf8();
}

} // namespace

QByteArray CsvAccountWriter::begin() const
{
    QStringList names;
    for (const ExportField &field : exportFields())
        names.append(field.key);
    return line(names);
}

QByteArray CsvAccountWriter::account(const ServiceAccount &account, bool /*isFirst*/) const
{
    QStringList cells;
    cells.reserve(exportFieldTotal);
    for (const ExportField &field : exportFields())
        cells.append(quoted(harmlessInSpreadsheet(field.text(account, m_rule))));
    return line(cells);
}
