#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <atomic>
#include <thread>

/// Measures how long the event loop stood still at most, and beside it a bare thread that only sleeps: what
/// both missed, the computer was too busy to give.
class LoopProbe
{
public:
    LoopProbe();
    ~LoopProbe();

    void stop();

    /// Milliseconds, after stop().
    qint64 longestGap() const { return m_longestGap; }
    qint64 longestGapOfTheComputer() const { return m_longestGapOfTheComputer; }
    /// Not more than 100 ms were the program's own fault.
    bool wasFree() const { return m_longestGap - m_longestGapOfTheComputer <= 100; }

private:
    void tick();

    QTimer m_timer;
    QElapsedTimer m_sinceTick;
    qint64 m_longestGap = 0;
    std::atomic<bool> m_isOver = false;
    qint64 m_longestGapOfTheComputer = 0;
    std::thread m_thread;
};
