#pragma once

#include <QList>
#include <QString>

#include <optional>

/// The global roles that a service account can be given. Source: the product's page "Account Token",
/// "Role-Based Permissions". A server may know more of them; those stay AccountRole values.
enum class Role { Admin, PowerUser, Deployment, Viewer };

/// All of them, in the order in which people are shown them: what allows most comes first.
const QList<Role> &allRoles();

/// The name on the wire and on the screen: "Admin", "Power User", "Deployment", "Viewer". Never translated.
QString roleName(Role role);

/// One translated sentence about what the role allows (the product's role reference).
QString roleAllows(Role role);

/// Compares exactly, as the API does: "admin" is no role.
std::optional<Role> roleFromName(QStringView name);
