#include "models/export/rowstext.h"

#include "models/export/spreadsheettext.h"
#include "models/list/accounttablemodel.h"

namespace {

/// One cell: white space of any kind, so tabs and line breaks too, becomes one space. One that begins with a
/// quote is quoted, or a spreadsheet would read on to the next quote, through the ends of rows.
QString cellText(const QString &value)
{
    QString text = harmlessInSpreadsheet(value.simplified());
    if (!text.startsWith(u'"'))
        return text;
    text.replace(u'"', QStringLiteral("\"\""));
    return u'"' + text + u'"';
}

} // namespace

QString rowsText(const AccountTableModel &model, const QList<int> &rows, const QList<AccountColumn> &columns)
{
    QStringList cells;
    QString text;
    const auto endLine = [&cells, &text] {
        text += cells.join(u'\t') + u'\n';
        cells.clear();
    };
    for (const AccountColumn column : columns)
        cells.append(cellText(accountColumn(column).title()));
    endLine();
    for (const int row : rows) {
        for (const AccountColumn column : columns)
            cells.append(cellText(model.text(row, column)));
        endLine();
    }
    return text;
}
