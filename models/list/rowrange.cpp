#include "models/list/rowrange.h"

QList<RowRange> rangesOf(const QList<int> &shown, const std::vector<bool> &isMeant)
{
    QList<RowRange> ranges;
    for (int row = 0; row < shown.size(); ++row) {
        if (!isMeant[static_cast<size_t>(shown.at(row))])
            continue;
        if (!ranges.isEmpty() && ranges.constLast().last == row - 1)
            ranges.last().last = row;
        else
            ranges.append({row, row});
    }
    return ranges;
}
