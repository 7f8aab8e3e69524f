#pragma once

#include <QString>

#include <cerrno>
#include <system_error>

namespace localapi {

/// Why the last call of the system failed, in the system's words: what errno says now.
inline QString lastSystemError()
{
    return QString::fromLocal8Bit(std::generic_category().message(errno).c_str());
}

} // namespace localapi
