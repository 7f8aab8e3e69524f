#pragma once

#include "models/list/expiryrange.h"
#include "models/list/statuschoice.h"

#include <QString>
#include <QStringList>

#include <optional>

/// What is to be seen of the list.
struct AccountFilter
{
    /// Every word must occur in the name, the description or a role; case is ignored.
    QString search;
    StatusChoice status = StatusChoice::All;
    /// Names of roles: an account with any of them stays. Empty: all stay.
    QStringList roles;
    /// Set: only accounts that expire in it, and have not expired yet, stay. As status it changes no count.
    std::optional<ExpiryRange> expiry = {};

    bool isSet() const
    {
        return status != StatusChoice::All || !roles.isEmpty() || expiry || !search.trimmed().isEmpty();
    }

    friend bool operator==(const AccountFilter &, const AccountFilter &) = default;
};
