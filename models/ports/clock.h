#pragma once

#include <QDateTime>

/// This computer's time. A port, so that "in 3 days" can be tested at a fixed now.
class Clock
{
public:
    virtual ~Clock() = default;

    /// In UTC.
    virtual QDateTime now() const = 0;
};
