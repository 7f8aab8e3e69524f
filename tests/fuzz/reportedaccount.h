#pragma once

#include "models/accounts/serviceaccount.h"
#include "tests/fuzz/property.h"

#include <algorithm>

inline void mustBeMoment(const QDateTime &moment)
{
    mustHold(!moment.isValid() ||
                 (moment.timeSpec() == Qt::UTC && moment.date().year() >= 1 && moment.date().year() <= 9999),
             "a time is in UTC and in the years 1 to 9999");
}

/// What holds for every account that a server's words were read as.
inline void checkReported(const ServiceAccount &account)
{
    mustHold(!account.id.isEmpty() && !account.name.isEmpty(), "an account has an id and a name");
    mustHold(std::none_of(account.roles.begin(), account.roles.end(),
                          [](const AccountRole &role) { return role.name.isEmpty(); }),
             "a role has a name");
    mustHold(account.expiryDate.value_or(QDateTime::currentDateTimeUtc()).isValid(), "an end is a time");
    for (const QDateTime &moment : {account.expiryDate.value_or(QDateTime()), account.creationDate,
                                    account.updateDate, account.lastUsedDate.value_or(QDateTime())})
        mustBeMoment(moment);
}
