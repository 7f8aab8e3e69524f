#pragma once

#include "app/local_api/identity.h"
#include "app/local_api/request.h"
#include "app/local_api/response.h"
#include "app/local_api/secretbytes.h"
#include "app/local_api/store.h"
#include "app/local_api/tokenmint.h"

#include <chrono>
#include <variant>

namespace localapi {

/// Finds out who calls, from the bearer alone (RFC 6750), and keeps the time of last use.
class Authenticator
{
public:
    /// The last use is written at most this often for one token; the first use at once.
    static constexpr std::chrono::milliseconds lastUsedEvery = std::chrono::minutes(1);

    /// @p sessionCredential may be null; all have to outlive the authenticator.
    Authenticator(Store &store, const TokenMint &mint, Clock clock, const SecretBytes *sessionCredential);

    /// The caller, or the answer to somebody who is none. Throws StorageFailure.
    std::variant<Identity, Response> authenticate(const Request &request);

    /// The console that started this server: an Admin that is in no list.
    static Identity localConsole();

private:
    std::variant<Identity, Response> authenticate(std::string_view token);
    void noteUse(const Account &account, Timestamp now);

    Store &m_store;
    const TokenMint &m_mint;
    Clock m_clock;
    const SecretBytes *m_sessionCredential;
};

} // namespace localapi
