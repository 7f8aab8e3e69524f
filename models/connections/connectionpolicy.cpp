#include "models/connections/connectionpolicy.h"

#include "models/accounts/timetext.h"

#include <QCoreApplication>

namespace {

struct Policy
{
    Q_DECLARE_TR_FUNCTIONS(ConnectionPolicy)
};

} // namespace

std::optional<QDate> ConnectionPolicy::lastDate(const QDateTime &now) const
{
    if (!longestLifetimeDays)
        return std::nullopt;
    return now.toLocalTime().date().addDays(*longestLifetimeDays);
}

QString ConnectionPolicy::refusal(const ExpirationChoice &choice, const QString &connectionName,
                                  const QDateTime &now) const
{
    if (choice.isUnlimited()) {
        if (unlimitedAllowed)
            return {};
        if (!longestLifetimeDays)
            return Policy::tr("Unlimited is off: the policy of %1 allows limited tokens only.")
                .arg(connectionName);
        return Policy::tr("Unlimited is off: the policy of %1 allows at most %n day(s).", nullptr,
                          *longestLifetimeDays)
            .arg(connectionName);
    }
    if (!longestLifetimeDays)
        return {};
    if (const auto days = choice.chosenDays()) {
        if (*days <= *longestLifetimeDays)
            return {};
        return Policy::tr("The policy of %1 allows at most %n day(s).", nullptr, *longestLifetimeDays)
            .arg(connectionName);
    }
    const QDate last = *lastDate(now);
    const QDate chosen = choice.chosenDate().value_or(last);
    if (chosen <= last)
        return {};
    const int away = static_cast<int>(now.toLocalTime().date().daysTo(chosen));
    return Policy::tr("%1 is %n day(s) away. Choose a date up to %2.", nullptr, away)
        .arg(longDate(chosen.startOfDay()), longDate(last.startOfDay()));
}
