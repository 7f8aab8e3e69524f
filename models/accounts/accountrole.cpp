#include "models/accounts/accountrole.h"

#include <algorithm>

bool sameRoles(const QList<AccountRole> &left, const QList<AccountRole> &right)
{
    return std::is_permutation(
        left.cbegin(), left.cend(), right.cbegin(), right.cend(),
        [](const AccountRole &one, const AccountRole &other) { return one.name == other.name; });
}
