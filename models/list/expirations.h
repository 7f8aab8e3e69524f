#pragma once

#include "models/list/expiryrange.h"

#include <QDate>
#include <QDateTime>
#include <QString>

#include <array>

/// How many tokens expire in which week: this one and the next ones, by the calendar of the person (local
/// time, first day of the week of the locale). What has expired already is not in it.
class Expirations
{
public:
    static constexpr int weekTotal = 13;

    struct Week
    {
        QDate first;
        ExpiryRange range;
        int count = 0;
        /// Of these, how many are "Expiring soon".
        int soon = 0;

        friend bool operator==(const Week &, const Week &) = default;
    };

    Expirations() = default;
    /// Nothing in any week yet. @p now is the server's time.
    explicit Expirations(const QDateTime &now);

    /// @p end lies in the future, in milliseconds since 1970.
    void add(qint64 end, bool isSoon);

    const std::array<Week, weekTotal> &weeks() const { return m_weeks; }
    /// After the last week.
    int later() const { return m_later; }
    /// In the fullest week.
    int most() const;
    /// The place of the week that is @p range; -1 for none.
    int indexOf(const ExpiryRange &range) const;

    friend bool operator==(const Expirations &, const Expirations &) = default;

private:
    std::array<Week, weekTotal> m_weeks{};
    int m_later = 0;
};

/// "Week of 30 Nov 2026"
QString weekText(const QDate &first);
/// The same for a range that is a week, "from 30 Nov 2026 to 6 Dec 2026" for any other.
QString rangeText(const ExpiryRange &range);
