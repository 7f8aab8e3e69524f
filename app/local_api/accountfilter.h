#pragma once

#include "app/local_api/rolebits.h"

#include <QString>

#include <optional>

namespace localapi {

/// What a list is narrowed to.
struct AccountFilter
{
    /// `*` stands for any characters, every other character for itself. None: any name.
    std::optional<QString> name;
    /// Any of them. None: any role; 0: no account at all, as only unknown roles were asked for.
    std::optional<RoleBits> roles;
};

} // namespace localapi
