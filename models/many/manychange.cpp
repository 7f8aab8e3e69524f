#include "models/many/manychange.h"

#include <algorithm>

QList<AccountRole> ManyChange::appliedTo(const QList<AccountRole> &before) const
{
    QList<AccountRole> after = before;
    for (const Role role : roles) {
        const QString name = roleName(role);
        const auto hasName = [&name](const AccountRole &held) { return held.name == name; };
        if (kind == Kind::RemoveRoles)
            after.removeIf(hasName);
        else if (std::none_of(after.cbegin(), after.cend(), hasName))
            after.append(AccountRole(role));
    }
    return after;
}
