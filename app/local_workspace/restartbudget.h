#pragma once

#include <chrono>
#include <deque>

/// How often a child that keeps ending may be started again.
class RestartBudget
{
public:
    using TimePoint = std::chrono::steady_clock::time_point;

    static constexpr int mostRestarts = 3;
    static constexpr std::chrono::minutes window{1};

    /// Takes one restart at @p now; false when this minute's are spent.
    bool take(TimePoint now);
    void renew() { m_taken.clear(); }

private:
    std::deque<TimePoint> m_taken;
};
