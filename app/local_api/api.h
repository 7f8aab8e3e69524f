#pragma once

#include "app/local_api/accountsendpoint.h"
#include "app/local_api/authenticator.h"
#include "app/local_api/eventsendpoint.h"
#include "app/local_api/router.h"

namespace localapi {

/// Answers one request after the other, on the store's thread: who calls, may they, and then the call.
class Api
{
public:
    /// All have to outlive the API; @p sessionCredential may be null.
    Api(Store &store, const TokenMint &mint, const Clock &clock, const SecretBytes *sessionCredential);

    /// What the answer says is true only after Database::commit(). Throws StorageFailure.
    Response answer(const Request &request);

private:
    Response answer(const Route &route, const Identity &caller, const Request &request);
    Response session(const Identity &caller);
    Response users(const Request &request);

    Store &m_store;
    Authenticator m_authenticator;
    AccountsEndpoint m_accounts;
    EventsEndpoint m_events;
    PageToken m_usersPageToken;
};

} // namespace localapi
