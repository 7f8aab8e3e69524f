#include "models/list/refreshschedule.h"

#include "models/errors/backoff.h"
#include "models/errors/serverpause.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace {

/// Somebody who goes to and fro between two windows does not read the list each time.
constexpr std::chrono::seconds freshFor = 30s;
constexpr Backoff backoff(2s, 60s);
/// Timers stand still while a computer sleeps, the clock does not: it is looked at so often.
constexpr std::chrono::milliseconds longestNap = 30s;

} // namespace

RefreshSchedule::RefreshSchedule(AccountList &list, const Settings &settings, const Clock &clock,
                                 QObject *parent)
    : QObject(parent)
    , m_list(list)
    , m_settings(settings)
    , m_clock(clock)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &RefreshSchedule::check);
    connect(&m_list, &AccountList::attemptEnded, this, &RefreshSchedule::plan);
    connect(&m_list, &AccountList::stateChanged, this, &RefreshSchedule::follow);
    connect(&m_settings, &Settings::changed, this, [this](Setting setting) {
        if (setting == Setting::RefreshMinutes && m_list.state() == AccountList::State::Loaded)
            plan();
    });
}

void RefreshSchedule::windowActivated()
{
    check();
    const bool isResting = m_list.state() == AccountList::State::Loaded || m_reason == Reason::Healing;
    if (m_list.api() && isResting && m_list.triedAt().addDuration(freshFor) <= m_clock.now())
        m_list.refresh();
}

void RefreshSchedule::setWindowShown(bool shown)
{
    m_isWindowShown = shown;
    check();
}

/// Somebody else began a refresh, or opened another connection.
void RefreshSchedule::follow()
{
    const AccountList::State state = m_list.state();
    if (state == AccountList::State::Idle)
        m_failures = 0;
    if (state == AccountList::State::Idle || state == AccountList::State::Loading)
        dismiss();
}

void RefreshSchedule::plan()
{
    dismiss();
    if (m_list.state() == AccountList::State::Failed) {
        planAfterFailure();
        return;
    }
    m_failures = 0;
    const std::chrono::minutes interval(m_settings.value(Setting::RefreshMinutes));
    if (interval > 0min)
        planFor(Reason::Interval, interval);
}

void RefreshSchedule::planAfterFailure()
{
    const Error &error = m_list.error();
    if (!m_list.api() || !error.mayPassByItself())
        return;
    ++m_failures;
    if (error.retryAfter)
        planFor(Reason::Asked, pauseAfter(error));
    else
        planFor(Reason::Healing, backoff.about(m_failures, *QRandomGenerator::global()));
    m_list.setNextTryAt(m_due);
}

void RefreshSchedule::planFor(Reason reason, std::chrono::milliseconds delay)
{
    m_reason = reason;
    m_delay = delay;
    m_due = m_clock.now().addDuration(delay);
    check();
}

void RefreshSchedule::dismiss()
{
    m_reason = Reason::None;
    m_timer.stop();
}

void RefreshSchedule::check()
{
    if (m_reason == Reason::None || (m_reason == Reason::Interval && !m_isWindowShown))
        return;
    const std::chrono::milliseconds left(m_clock.now().msecsTo(m_due));
    if (left <= 0ms) {
        m_list.refresh();
        return;
    }
    // Somebody set the clock back: what was planned is not put off with it.
    if (left > m_delay)
        m_due = m_clock.now().addDuration(m_delay);
    m_timer.start(std::min({left, m_delay, longestNap}));
}
