#include "app/local_api/listrequest.h"

#include "app/local_api/problem.h"

#include <charconv>

namespace localapi {

namespace {

std::optional<int> limitIn(const std::string &text)
{
    int limit = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), limit);
    const bool isNumber = error == std::errc() && end == text.data() + text.size();
    return isNumber && limit >= 1 && limit <= ListRequest::largestLimit ? std::optional(limit) : std::nullopt;
}

} // namespace

std::variant<ListRequest, Response> ListRequest::from(const Request &request, const PageToken &pageToken)
{
    auto query = Query::fromText(request.query);
    if (!query)
        return problem(400, "The query is not well-formed.");
    ListRequest list;
    const auto limits = query->values("limit");
    if (!limits.empty()) {
        const std::optional<int> limit = limitIn(limits.front());
        if (limits.size() > 1 || !limit)
            return problem(400, "limit has to be one number from 1 to 1000.");
        list.limit = *limit;
    }
    const auto tokens = query->values("page_token");
    if (!tokens.empty()) {
        list.sequence = pageToken.sequenceIn(tokens.front());
        if (tokens.size() > 1 || !list.sequence)
            return problem(400, "page_token has to be the next_page_token of an earlier page of this list.");
    }
    list.query = std::move(*query);
    return list;
}

} // namespace localapi
