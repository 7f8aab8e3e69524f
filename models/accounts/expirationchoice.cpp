#include "models/accounts/expirationchoice.h"

#include <chrono>

using namespace std::chrono_literals;

const QList<int> &ExpirationChoice::offeredDays()
{
    static const QList<int> days = {7, 30, 60, 90, 180, 365};
    return days;
}

ExpirationChoice ExpirationChoice::unlimited()
{
    return {Kind::Unlimited, 0, {}};
}

ExpirationChoice ExpirationChoice::days(int count)
{
    return {Kind::Days, count, {}};
}

ExpirationChoice ExpirationChoice::date(QDate day)
{
    return {Kind::Date, 0, day};
}

std::optional<int> ExpirationChoice::chosenDays() const
{
    return m_kind == Kind::Days ? std::optional(m_days) : std::nullopt;
}

std::optional<QDate> ExpirationChoice::chosenDate() const
{
    return m_kind == Kind::Date ? std::optional(m_date) : std::nullopt;
}

QDateTime ExpirationChoice::endAt(const QDateTime &now) const
{
    switch (m_kind) {
    case Kind::Unlimited:
        return {};
    case Kind::Days:
        return now.toUTC().addDuration(24h * m_days);
    case Kind::Date:
        break;
    }
    // Not QTime(23, 59, 59): where the clocks change at midnight that second may not exist on this day.
    QDateTime end = m_date.endOfDay();
    return end.addMSecs(-end.time().msec());
}

std::optional<Expiration> ExpirationChoice::resolvedAt(const QDateTime &now) const
{
    if (isUnlimited())
        return Expiration::unlimited();
    return Expiration::until(endAt(now), now);
}
