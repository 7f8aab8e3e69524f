#pragma once

#include "models/accounts/role.h"

#include <QList>

namespace localapi {

/// A set of roles as the database holds it: one bit for each, fixed for ever.
using RoleBits = int;

RoleBits roleBit(Role role);
RoleBits bitsOf(const QList<Role> &roles);

/// In the order of allRoles().
QList<Role> rolesOf(RoleBits bits);

} // namespace localapi
