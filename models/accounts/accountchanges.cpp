#include "models/accounts/accountchanges.h"

std::optional<AccountChanges> AccountChanges::of(AccountDescription description, QList<AccountRole> roles)
{
    if (roles.isEmpty())
        return std::nullopt;
    return AccountChanges(std::move(description), std::move(roles));
}
