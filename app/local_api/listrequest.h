#pragma once

#include "app/local_api/pagetoken.h"
#include "app/local_api/query.h"
#include "app/local_api/request.h"
#include "app/local_api/response.h"

#include <optional>
#include <variant>

namespace localapi {

/// What every list is asked with: `limit` and `page_token`.
struct ListRequest
{
    static constexpr int defaultLimit = 100;
    static constexpr int largestLimit = 1000;

    Query query;
    int limit = defaultLimit;
    /// Where the page before ended; none: the first page.
    std::optional<qint64> sequence;

    /// The request, or the answer that says what is wrong with it.
    static std::variant<ListRequest, Response> from(const Request &request, const PageToken &pageToken);
};

} // namespace localapi
