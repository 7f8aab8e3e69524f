#pragma once

#include "models/ports/clock.h"

/// Stands still until it is told another time.
class FixedClock final : public Clock
{
public:
    explicit FixedClock(QDateTime now)
        : m_now(std::move(now))
    {
    }

    QDateTime now() const override { return m_now; }
    void set(const QDateTime &now) { m_now = now.toUTC(); }
    void advance(std::chrono::milliseconds by) { m_now = m_now.addDuration(by); }

private:
    QDateTime m_now;
};
