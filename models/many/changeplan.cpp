#include "models/many/changeplan.h"

#include "models/accounts/accountdescription.h"

#include <QCoreApplication>

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

QString refusalText(PlannedChange::Refusal refusal)
{
    switch (refusal) {
    case Refusal::SignsInWithIt:
        return QCoreApplication::translate("ChangePlan", "This console signs in with it.");
    case Refusal::LastRole:
        return QCoreApplication::translate("ChangePlan", "It would be left without a role.");
    case Refusal::Description:
        return QCoreApplication::translate("ChangePlan",
                                           "Its description is longer than 500 characters. Edit it first.");
    }
    Q_UNREACHABLE();
}
