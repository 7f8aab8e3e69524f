#pragma once

#include "app/local_api/rolebits.h"

#include <QString>

namespace localapi {

/// Who calls.
struct Identity
{
    QString id;
    QString name;
    RoleBits roles = 0;

    bool isAdmin() const { return (roles & roleBit(Role::Admin)) != 0; }
};

} // namespace localapi
