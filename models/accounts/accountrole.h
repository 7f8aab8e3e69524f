#pragma once

#include "models/accounts/role.h"

#include <QString>
#include <QStringList>

#include <optional>

/// A role as a server reports it: perhaps one that this program does not know. It is shown by its name and
/// is never dropped in an edit.
struct AccountRole
{
    QString name;
    /// Only where the server names its roles by id; then the id is what has to be written back.
    QString id;

    AccountRole() = default;
    explicit AccountRole(QString roleName, QString roleId = {})
        : name(std::move(roleName))
        , id(std::move(roleId))
    {
    }
    explicit AccountRole(Role role)
        : name(roleName(role))
    {
    }

    std::optional<Role> known() const { return roleFromName(name); }

    friend bool operator==(const AccountRole &, const AccountRole &) = default;
};

/// As the server has them: also those that this program does not know.
QStringList roleNames(const QList<AccountRole> &roles);

/// The names, joined by commas.
QString rolesText(const QList<AccountRole> &roles);

/// Whether both hold the same roles, in whatever order.
bool sameRoles(const QList<AccountRole> &left, const QList<AccountRole> &right);
