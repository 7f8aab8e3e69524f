#pragma once

#include "app/local_api/headerfield.h"
#include "app/local_api/wipedbytes.h"

#include <string_view>
#include <vector>

namespace localapi {

/// One HTTP answer. The server adds what every answer has: length, date, request id, no-store.
struct Response
{
    int status = 200;
    /// Content-Type of the body; empty without one.
    std::string_view contentType;
    std::vector<HeaderField> fields;
    WipedBytes body;

    Response() = default;
    explicit Response(int statusCode)
        : status(statusCode)
    {
    }

    static Response json(WipedBytes text)
    {
        Response response;
        response.contentType = "application/json";
        response.body = std::move(text);
        return response;
    }

    Response &&with(std::string name, std::string value) &&
    {
        fields.emplace_back(std::move(name), std::move(value));
        return std::move(*this);
    }
};

/// "Not Found" for 404; empty for a status that this server never sends.
std::string_view reasonPhrase(int status);

} // namespace localapi
