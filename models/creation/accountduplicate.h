#pragma once

#include "models/accounts/accountrole.h"
#include "models/accounts/expirationchoice.h"
#include "models/accounts/serviceaccount.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <functional>
#include <optional>

/// What the form "Add Service Account" starts with when an account is to be made once more. An end is a
/// choice of the same length, not the same date.
struct AccountDuplicate
{
    /// A name that can be sent and that is free: "ci_deploy_2".
    QString name;
    QString description;
    QList<AccountRole> roles;
    /// Roles of the original that this program does not know: it cannot give them to a new account.
    QStringList leftOutRoles;
    /// Nothing where the original's length is none of those that are offered.
    std::optional<ExpirationChoice> expiration;

    static AccountDuplicate of(const ServiceAccount &original,
                               const std::function<bool(const QString &)> &isTaken);
};
