#pragma once

#include "models/accounts/expiration.h"

#include <QDate>
#include <QList>

#include <optional>

/// What a person chooses in the blue box, before a clock turns it into an Expiration: so that "30 days"
/// counts from the click on "Generate New Token" and not from the opening of the form.
class ExpirationChoice
{
public:
    static constexpr int defaultDays = 30;

    /// The durations offered: 7, 30, 60, 90, 180, 365 days.
    static const QList<int> &offeredDays();

    static ExpirationChoice unlimited();
    static ExpirationChoice days(int count);
    static ExpirationChoice date(QDate day);

    bool isUnlimited() const { return m_kind == Kind::Unlimited; }
    std::optional<int> chosenDays() const;
    std::optional<QDate> chosenDate() const;

    /// "N days" is @p now + N × 24 h; a date ends at 23:59:59 local time of that day. Invalid when unlimited.
    QDateTime endAt(const QDateTime &now) const;

    /// Nothing when the end would not lie in the future.
    std::optional<Expiration> resolvedAt(const QDateTime &now) const;

    friend bool operator==(const ExpirationChoice &, const ExpirationChoice &) = default;

private:
    enum class Kind { Unlimited, Days, Date };

    ExpirationChoice(Kind kind, int dayCount, QDate day)
        : m_kind(kind)
        , m_days(dayCount)
        , m_date(day)
    {
    }

    Kind m_kind;
    int m_days;
    QDate m_date;
};
