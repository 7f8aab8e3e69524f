#include "models/many/changeplan.h"

#include "models/accounts/accountdescription.h"

using Fate = PlannedChange::Fate;
using Refusal = PlannedChange::Refusal;

PlannedChange planChange(const ManyChange &change, const ServiceAccount &account,
                         const SignsInWith &signsInWith)
{
    const auto refused = [&account](Refusal refusal) {
        return PlannedChange{account, Fate::Refused, refusal};
    };
    if (change.kind == ManyChange::Kind::Delete)
        return signsInWith(account) ? refused(Refusal::SignsInWithIt) : PlannedChange{account};

    const QList<AccountRole> after = change.appliedTo(account.roles);
    if (sameRoles(account.roles, after))
        return {account, Fate::NothingToDo};
    if (after.isEmpty())
        return refused(Refusal::LastRole);
    const bool takesAdmin =
        change.kind == ManyChange::Kind::RemoveRoles && change.roles.contains(Role::Admin);
    if (takesAdmin && account.roles.contains(AccountRole(Role::Admin)) && signsInWith(account))
        return refused(Refusal::SignsInWithIt);
    if (!AccountDescription::fromText(account.description))
        return refused(Refusal::Description);
    return PlannedChange{account};
}
