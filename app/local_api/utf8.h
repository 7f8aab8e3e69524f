#pragma once

#include <QString>

#include <string_view>

namespace localapi {

/// With a byte order mark at its beginning, if it has one: QString::fromUtf8() drops it.
QString textFromUtf8(std::string_view utf8);

} // namespace localapi
