#pragma once

#include "app/local_api/secretbytes.h"

#include <QString>

#include <optional>
#include <string_view>
#include <variant>

namespace localapi {

/// Writes @p content to a file that only its owner can read, in one step: a reader sees the old file or the
/// whole new one. Never through a symbolic link, and only in the place of a regular file. Gives the reason of
/// a failure.
std::optional<QString> writePrivateFile(const QString &path, std::string_view content);

/// Reads exactly @p size bytes, and takes other people's rights away. Gives the reason of a failure; a
/// missing file is none, but empty bytes.
std::variant<SecretBytes, QString> readPrivateFile(const QString &path, std::size_t size);

} // namespace localapi
