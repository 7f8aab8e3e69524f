#pragma once

#include "models/accounts/accountrole.h"

#include <QList>

#include <optional>

/// One or more different known roles: what a new account is given. Cannot be empty.
class RoleSet
{
public:
    /// Nothing for an empty list. Repeats count once; the order is that of allRoles().
    static std::optional<RoleSet> of(const QList<Role> &roles);

    const QList<Role> &roles() const { return m_roles; }
    bool contains(Role role) const { return m_roles.contains(role); }
    QList<AccountRole> asAccountRoles() const;

    friend bool operator==(const RoleSet &, const RoleSet &) = default;

private:
    explicit RoleSet(QList<Role> roles)
        : m_roles(std::move(roles))
    {
    }

    QList<Role> m_roles;
};
