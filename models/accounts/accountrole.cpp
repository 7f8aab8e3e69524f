#include "models/accounts/accountrole.h"

#include <algorithm>

QStringList roleNames(const QList<AccountRole> &roles)
{
    QStringList names;
    names.reserve(roles.size());
    for (const AccountRole &role : roles)
        names.append(role.name);
    return names;
}

QString rolesText(const QList<AccountRole> &roles)
{
    return roleNames(roles).join(QStringLiteral(", "));
}

bool sameRoles(const QList<AccountRole> &left, const QList<AccountRole> &right)
{
    return std::is_permutation(
        left.cbegin(), left.cend(), right.cbegin(), right.cend(),
        [](const AccountRole &one, const AccountRole &other) { return one.name == other.name; });
}
