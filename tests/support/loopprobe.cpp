#include "tests/support/loopprobe.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace {
constexpr std::chrono::milliseconds step = 2ms;
}

LoopProbe::LoopProbe()
{
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.callOnTimeout([this] { tick(); });
    m_timer.start(step);
    m_sinceTick.start();
    m_thread = std::thread([this] {
        QElapsedTimer sinceStep;
        sinceStep.start();
        while (!m_isOver) {
            std::this_thread::sleep_for(step);
            m_longestGapOfTheComputer = std::max(m_longestGapOfTheComputer, sinceStep.restart());
        }
    });
}

LoopProbe::~LoopProbe()
{
    stop();
}

void LoopProbe::stop()
{
    if (!m_thread.joinable())
        return;
    tick();
    m_timer.stop();
    m_isOver = true;
    m_thread.join();
}

void LoopProbe::tick()
{
    m_longestGap = std::max(m_longestGap, m_sinceTick.restart());
}
