#pragma once

#include "app/local_api/pagetoken.h"
#include "app/local_api/request.h"
#include "app/local_api/response.h"
#include "app/local_api/store.h"

namespace localapi {

/// The list of audit events, newest first.
class EventsEndpoint
{
public:
    EventsEndpoint(Store &store, const TokenMint &mint);

    /// Throws StorageFailure.
    Response list(const Request &request);

private:
    Store &m_store;
    PageToken m_pageToken;
};

} // namespace localapi
