#pragma once

#include <QByteArrayView>

#include <algorithm>

/// Whether these bytes can stand in a header as they are: visible ASCII and spaces. A line break would begin
/// another header.
inline bool isHeaderValue(QByteArrayView value)
{
    return std::all_of(value.begin(), value.end(), [](char c) { return c >= ' ' && c <= '~'; });
}
