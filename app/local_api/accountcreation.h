#pragma once

#include "app/local_api/accountrequest.h"
#include "app/local_api/identity.h"
#include "app/local_api/request.h"
#include "app/local_api/store.h"
#include "app/local_api/tokenmint.h"

namespace localapi {

/// Makes an account with its token, and answers a repeat of the same create with the same token for as long
/// as that is allowed: see the contract, "The token".
class AccountCreation
{
public:
    AccountCreation(Store &store, const TokenMint &mint, Clock clock);

    /// @p request is a create whose body was found to be @p wanted. Throws StorageFailure.
    Response answer(const Identity &caller, const Request &request, const CreateRequest &wanted);

    /// Makes an account without looking whether it may be made; the name has to be free. The token's text is
    /// in nobody's hands but the caller's.
    WipedBytes add(const Identity &creator, Account &account, const QByteArray &nonce, std::string_view key);

private:
    Response create(const Identity &caller, const CreateRequest &wanted, const Creation *repeatable,
                    std::string_view key);
    Response repeat(const Creation &creation, const QByteArray &bodyHash, std::string_view key);

    Store &m_store;
    const TokenMint &m_mint;
    Clock m_clock;
};

} // namespace localapi
