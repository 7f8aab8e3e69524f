#pragma once

#include "models/accounts/accountrole.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

/// An account as a server reports it, shown as it is: any name, any role, any length, an end in the past.
struct ServiceAccount
{
    QString id;
    QString name;
    QString description;
    QList<AccountRole> roles;
    /// Prefix and last four characters, made by the server.
    QString maskedToken;
    /// All times are UTC. No end: unlimited.
    std::optional<QDateTime> expiryDate;
    /// Invalid when the server did not say.
    QDateTime creationDate;
    QDateTime updateDate;
    QString createdBy;
    /// Nothing: never used.
    std::optional<QDateTime> lastUsedDate;
    /// Of the answer that held this account alone; empty from a list, and from a server without ETags.
    QString etag;

    /// Without the ETag, which says nothing about the account itself.
    friend bool operator==(const ServiceAccount &left, const ServiceAccount &right)
    {
        return left.id == right.id && left.name == right.name && left.description == right.description &&
               left.roles == right.roles && left.maskedToken == right.maskedToken &&
               left.expiryDate == right.expiryDate && left.creationDate == right.creationDate &&
               left.updateDate == right.updateDate && left.createdBy == right.createdBy &&
               left.lastUsedDate == right.lastUsedDate;
    }
};
