#pragma once

#include "app/local_api/store.h"
#include "app/local_api/tokenmint.h"

namespace localapi {

/// Adds @p count made-up accounts, for demonstrations and benchmarks: the same ones in every new folder,
/// other ones when called again. Nobody has a token of theirs. Throws StorageFailure.
void seed(Store &store, const TokenMint &mint, const Clock &clock, int count);

} // namespace localapi
