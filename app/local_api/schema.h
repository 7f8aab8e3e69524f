#pragma once

#include "app/local_api/database.h"

namespace localapi {

/// The version that this program writes, kept in PRAGMA user_version; 0 is an empty file.
inline constexpr int schemaVersion = 1;

/// Sets the connection up and makes the tables of an empty database. Throws StorageFailure, before anything
/// was written, for a file of a newer version or one that is no database.
void prepareSchema(Database &database);

} // namespace localapi
