#include "models/accounts/roleset.h"

std::optional<RoleSet> RoleSet::of(const QList<Role> &roles)
{
    if (roles.isEmpty())
        return std::nullopt;
    QList<Role> ordered;
    for (const Role role : allRoles()) {
        if (roles.contains(role))
            ordered.append(role);
    }
    return RoleSet(std::move(ordered));
}

QList<AccountRole> RoleSet::asAccountRoles() const
{
    QList<AccountRole> result;
    result.reserve(m_roles.size());
    for (const Role role : m_roles)
        result.append(AccountRole(role));
    return result;
}
