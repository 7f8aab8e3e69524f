#pragma once

#include <QList>

#include <vector>

/// Rows that lie one after the other, both ends included.
struct RowRange
{
    int first;
    int last;
};

/// The rows of @p shown, which holds store rows, whose store row is true in @p isMeant; ascending.
QList<RowRange> rangesOf(const QList<int> &shown, const std::vector<bool> &isMeant);
