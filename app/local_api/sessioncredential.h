#pragma once

#include "app/local_api/secretbytes.h"

#include <QString>

#include <variant>

namespace localapi {

/// Reads the first line of a file descriptor: 32 to 256 printable ASCII characters, the Admin credential of
/// this run. Takes no byte behind the line's end. The credential, or a sentence.
std::variant<SecretBytes, QString> readSessionCredential(int descriptor);

} // namespace localapi
