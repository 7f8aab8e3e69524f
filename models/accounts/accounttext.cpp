#include "models/accounts/accounttext.h"

#include "models/accounts/timetext.h"

#include <QCoreApplication>

#include <algorithm>

namespace {

struct AccountText
{
    Q_DECLARE_TR_FUNCTIONS(AccountText)
};

} // namespace

QString expirationText(const ServiceAccount &account, const QDateTime &now)
{
    if (!account.expiryDate)
        return AccountText::tr("Unlimited");
    return AccountText::tr("%1, %2", "a date, and how far away it is")
        .arg(shortDate(*account.expiryDate), timeUntil(*account.expiryDate, now));
}

QString lastUsedText(const ServiceAccount &account, const QDateTime &now)
{
    if (!account.lastUsedDate)
        return AccountText::tr("Never");
    return AccountText::tr("%1, %2", "how long ago, and the moment")
        .arg(timeAgo(*account.lastUsedDate, now), exactTime(*account.lastUsedDate));
}

QString createdText(const ServiceAccount &account)
{
    if (!account.creationDate.isValid())
        return account.createdBy;
    const QString day = shortDate(account.creationDate);
    return account.createdBy.isEmpty()
               ? day
               : AccountText::tr("%1 by %2", "a date, and a person").arg(day, account.createdBy);
}

std::optional<double> timeGone(const ServiceAccount &account, const QDateTime &now)
{
    if (!account.expiryDate || !account.creationDate.isValid())
        return std::nullopt;
    const auto whole = static_cast<double>(account.creationDate.secsTo(*account.expiryDate));
    if (whole <= 0)
        return 1.0;
    return std::clamp(static_cast<double>(account.creationDate.secsTo(now)) / whole, 0.0, 1.0);
}
