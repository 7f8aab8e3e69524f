#pragma once

#include "models/accounts/accountrole.h"

#include <QList>

/// What is done to several accounts at once.
struct ManyChange
{
    enum class Kind { Delete, AddRoles, RemoveRoles };

    Kind kind = Kind::Delete;
    /// Which to add or to remove, in the order of allRoles(); empty for a deletion.
    QList<Role> roles = {};

    /// @p roles after the change: added ones follow at the end, everything else, unknown roles too, keeps its
    /// place, name and id. May be empty, which no account may be.
    QList<AccountRole> appliedTo(const QList<AccountRole> &before) const;
};
