#pragma once

#include <QtGlobal>

/// From begin to just before end, in milliseconds since 1970.
struct ExpiryRange
{
    qint64 begin = 0;
    qint64 end = 0;

    bool contains(qint64 moment) const { return begin <= moment && moment < end; }

    friend bool operator==(const ExpiryRange &, const ExpiryRange &) = default;
};
