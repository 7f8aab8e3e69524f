#include "app/local_api/rolebits.h"

namespace localapi {

RoleBits roleBit(Role role)
{
    switch (role) {
    case Role::Admin:
        return 1;
    case Role::PowerUser:
        return 2;
    case Role::Deployment:
        return 4;
    case Role::Viewer:
        return 8;
    }
    Q_UNREACHABLE();
}

RoleBits bitsOf(const QList<Role> &roles)
{
    RoleBits bits = 0;
    for (const Role role : roles)
        bits |= roleBit(role);
    return bits;
}

QList<Role> rolesOf(RoleBits bits)
{
    QList<Role> roles;
    for (const Role role : allRoles()) {
        if (bits & roleBit(role))
            roles.append(role);
    }
    return roles;
}

} // namespace localapi
