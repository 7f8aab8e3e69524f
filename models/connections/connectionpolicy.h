#pragma once

#include "models/accounts/expirationchoice.h"

#include <optional>

/// What an organisation allows for the service accounts of one connection. A rule of this console alone: the
/// server is not asked, and what it reports is never judged by it.
struct ConnectionPolicy
{
    /// The longest limit that can be set, in days.
    static constexpr int mostDays = 3650;

    /// 1 to mostDays; nothing: as long as one likes.
    std::optional<int> longestLifetimeDays = {};
    bool unlimitedAllowed = true;

    /// Whether nothing is forbidden.
    bool isOpen() const { return !longestLifetimeDays && unlimitedAllowed; }

    /// Why @p choice is not allowed, translated, a whole sentence that names the connection; empty when it
    /// is. Days are compared as days; a date may lie up to and including lastDate().
    QString refusal(const ExpirationChoice &choice, const QString &connectionName,
                    const QDateTime &now) const;

    /// The last day that can be chosen, in local time; nothing without a limit.
    std::optional<QDate> lastDate(const QDateTime &now) const;

    friend bool operator==(const ConnectionPolicy &, const ConnectionPolicy &) = default;
};
