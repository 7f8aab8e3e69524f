#include "models/accounts/role.h"

#include <QCoreApplication>

#include <algorithm>

const QList<Role> &allRoles()
{
    static const QList<Role> roles = {Role::Admin, Role::PowerUser, Role::Deployment, Role::Viewer};
    return roles;
}

QString roleName(Role role)
{
    switch (role) {
    case Role::Admin:
        return QStringLiteral("Admin");
    case Role::PowerUser:
        return QStringLiteral("Power User");
    case Role::Deployment:
        return QStringLiteral("Deployment");
    case Role::Viewer:
        return QStringLiteral("Viewer");
    }
    Q_UNREACHABLE();
}

QString roleAllows(Role role)
{
    switch (role) {
    case Role::Admin:
        return QCoreApplication::translate(
            "Role",
            "Everything, including creating and deleting users and service accounts and assigning roles.");
    case Role::PowerUser:
        return QCoreApplication::translate("Role", "Most features; not some user and account settings.");
    case Role::Deployment:
        return QCoreApplication::translate("Role",
                                           "Infrastructure and deployment: connectors and integrations.");
    case Role::Viewer:
        return QCoreApplication::translate("Role", "Read-only access to reports and audit.");
    }
    Q_UNREACHABLE();
}

std::optional<Role> roleFromName(QStringView name)
{
    const auto found = std::find_if(allRoles().cbegin(), allRoles().cend(),
                                    [name](Role role) { return roleName(role) == name; });
    return found == allRoles().cend() ? std::nullopt : std::optional(*found);
}
