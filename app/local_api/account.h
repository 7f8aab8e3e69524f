#pragma once

#include "app/local_api/rolebits.h"
#include "app/local_api/timestamp.h"

#include <QString>

#include <optional>

namespace localapi {

/// A service account as it is stored, without anything of its token but the last four characters.
struct Account
{
    qint64 sequence = 0;
    QString id;
    QString name;
    QString description;
    RoleBits roles = 0;
    QString lastFour;
    /// None: unlimited.
    std::optional<Timestamp> expiry;
    Timestamp created = 0;
    Timestamp updated = 0;
    QString createdBy;
    /// None: never used.
    std::optional<Timestamp> lastUsed;
    /// Counts the changes of what an edit can see.
    qint64 revision = 1;

    /// At the very moment of its end it is expired.
    bool isExpiredAt(Timestamp now) const { return expiry && *expiry <= now; }
    bool isAdmin() const { return (roles & roleBit(Role::Admin)) != 0; }
};

} // namespace localapi
