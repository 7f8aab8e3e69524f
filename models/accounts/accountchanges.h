#pragma once

#include "models/accounts/accountdescription.h"
#include "models/accounts/accountrole.h"

#include <QList>

#include <optional>

/// The whole of what an edit can change: "You can only edit the token's Description and Role" (the product's
/// page). Roles that this program does not know are carried through.
class AccountChanges
{
public:
    /// Nothing for an empty list of roles.
    static std::optional<AccountChanges> of(AccountDescription description, QList<AccountRole> roles);

    const AccountDescription &description() const { return m_description; }
    const QList<AccountRole> &roles() const { return m_roles; }

private:
    AccountChanges(AccountDescription description, QList<AccountRole> roles)
        : m_description(std::move(description))
        , m_roles(std::move(roles))
    {
    }

    AccountDescription m_description;
    QList<AccountRole> m_roles;
};
