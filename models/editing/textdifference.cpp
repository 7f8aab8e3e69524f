#include "models/editing/textdifference.h"

#include <QStringList>
#include <QTextBoundaryFinder>

#include <vector>

namespace {

/// Cells of the table of common subsequences that are worth filling.
constexpr size_t maximumCells = 4'000'000;

/// Words, and what stands between them, in any script.
QStringList wordsOf(const QString &text)
{
    QStringList words;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Word, text);
    qsizetype begin = 0;
    for (qsizetype end = finder.toNextBoundary(); end >= 0; end = finder.toNextBoundary()) {
        words.append(text.mid(begin, end - begin));
        begin = end;
    }
    return words;
}

void append(QList<TextDifference::Piece> &pieces, const QString &word, bool changed)
{
    if (!pieces.isEmpty() && pieces.constLast().changed == changed)
        pieces.last().text += word;
    else
        pieces.append({word, changed});
}

/// The length of the longest common subsequence of what follows each pair of places.
class CommonLengths
{
public:
    CommonLengths(const QStringList &left, const QStringList &right)
        : m_columns(static_cast<size_t>(right.size()) + 1)
        , m_cells((static_cast<size_t>(left.size()) + 1) * m_columns, 0)
    {
        for (qsizetype row = left.size() - 1; row >= 0; --row) {
            for (qsizetype column = right.size() - 1; column >= 0; --column) {
                cell(row, column) = left.at(row) == right.at(column)
                                        ? cell(row + 1, column + 1) + 1
                                        : qMax(cell(row + 1, column), cell(row, column + 1));
            }
        }
    }

    int &cell(qsizetype row, qsizetype column)
    {
        return m_cells[static_cast<size_t>(row) * m_columns + static_cast<size_t>(column)];
    }

private:
    size_t m_columns;
    std::vector<int> m_cells;
};

void compare(const QStringList &mine, const QStringList &theirs, TextDifference &result)
{
    qsizetype left = 0;
    qsizetype right = 0;
    const size_t cells = static_cast<size_t>(mine.size() + 1) * static_cast<size_t>(theirs.size() + 1);
    if (cells <= maximumCells) {
        CommonLengths lengths(mine, theirs);
        while (left < mine.size() && right < theirs.size()) {
            if (mine.at(left) == theirs.at(right)) {
                append(result.mine, mine.at(left++), false);
                append(result.theirs, theirs.at(right++), false);
            } else if (lengths.cell(left + 1, right) >= lengths.cell(left, right + 1)) {
                append(result.mine, mine.at(left++), true);
            } else {
                append(result.theirs, theirs.at(right++), true);
            }
        }
    }
    while (left < mine.size())
        append(result.mine, mine.at(left++), true);
    while (right < theirs.size())
        append(result.theirs, theirs.at(right++), true);
}

} // namespace

TextDifference TextDifference::between(const QString &mine, const QString &theirs)
{
    QStringList left = wordsOf(mine);
    QStringList right = wordsOf(theirs);
    TextDifference result;
    while (!left.isEmpty() && !right.isEmpty() && left.constFirst() == right.constFirst()) {
        append(result.mine, left.takeFirst(), false);
        append(result.theirs, right.takeFirst(), false);
    }
    QStringList end;
    while (!left.isEmpty() && !right.isEmpty() && left.constLast() == right.constLast()) {
        end.prepend(left.takeLast());
        right.removeLast();
    }
    compare(left, right, result);
    for (const QString &word : std::as_const(end)) {
        append(result.mine, word, false);
        append(result.theirs, word, false);
    }
    return result;
}
