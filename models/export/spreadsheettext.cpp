#include "models/export/spreadsheettext.h"

namespace {

bool isFormulaSign(QChar sign)
{
    // U+FF1D and U+FE66 are compatibility forms of "=": some spreadsheets take them for it.
    const QString plain = sign.decomposition();
    if (!plain.isEmpty() && sign.decompositionTag() != QChar::Canonical)
        sign = plain.front();
    return sign == u'=' || sign == u'+' || sign == u'-' || sign == u'@';
}

bool isCellEnd(QChar sign)
{
    return sign == u';' || sign == u'\t' || sign == u'\n' || sign == u'\r';
}

/// What a spreadsheet may drop before it looks at the first sign of a cell.
bool isDropped(QChar sign)
{
    return sign.isSpace() || sign == u'"' || sign.category() == QChar::Other_Control ||
           sign.category() == QChar::Other_Format;
}

} // namespace

QString harmlessInSpreadsheet(const QString &text)
{
    QString result;
    result.reserve(text.size() + 1);
    bool beginsCell = true;
    bool isFirstCell = true;
    for (const QChar sign : text) {
        if (beginsCell && isFormulaSign(sign)) {
            result.insert(isFirstCell ? 0 : result.size(), u'\'');
            beginsCell = false;
        } else if (isCellEnd(sign)) {
            if (result.isEmpty() && sign != u';')
                result.append(u'\'');
            beginsCell = true;
            isFirstCell = false;
        } else if (beginsCell && !isDropped(sign)) {
            beginsCell = false;
            isFirstCell = false;
        }
        result.append(sign);
    }
    return result;
}
