#pragma once

#include "models/ports/clock.h"

/// The clock of the computer.
class SystemClock final : public Clock
{
public:
    QDateTime now() const override { return QDateTime::currentDateTimeUtc(); }
};
