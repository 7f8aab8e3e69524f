#pragma once

#include "app/local_api/request.h"
#include "app/local_api/response.h"

#include <functional>
#include <optional>

namespace localapi {

/// What the HTTP server serves.
class HttpHandler
{
public:
    /// To be called once, from any thread.
    using Reply = std::function<void(Response)>;

    virtual ~HttpHandler() = default;

    /// Called on the HTTP thread as soon as the head is there: an answer here saves reading the body.
    virtual std::optional<Response> refuseEarly(const Request &request) = 0;

    /// Called on the HTTP thread: has to return at once.
    virtual void answer(Request request, Reply reply) = 0;
};

} // namespace localapi
