#pragma once

#include "app/local_api/store.h"
#include "app/local_api/tokenmint.h"

#include <QString>

namespace localapi {

/// Gives a new database its identity, and finds out whether an old one belongs to this server key. Throws
/// StorageFailure.
void claimDatabase(Store &store, const TokenMint &mint);

/// When no Admin account can authenticate any more, makes one (`local_console`, or with a number behind it
/// when that name is taken) and writes its token to @p tokenPath; both or none of it. Throws StorageFailure.
void ensureAdmin(Store &store, const TokenMint &mint, const Clock &clock, const QString &tokenPath);

} // namespace localapi
