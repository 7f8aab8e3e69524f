#pragma once

#include "app/local_api/headerfield.h"
#include "app/local_api/wipedbytes.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace localapi {

/// One HTTP request whose form was found right. Nothing here was decoded yet: path and query are as sent.
struct Request
{
    std::string method;
    std::string path;
    /// Behind the question mark, without it.
    std::string query;
    /// All but Authorization, in their order; names as sent.
    std::vector<HeaderField> fields;
    /// The values of Authorization, kept apart because they are secrets.
    std::vector<WipedBytes> authorization;
    /// Content-Length or Transfer-Encoding was there: an empty body is then a body.
    bool hasBody = false;
    WipedBytes body;

    /// Of fields named @p name, whatever their case.
    std::vector<std::string_view> values(std::string_view name) const;
    std::optional<std::string_view> firstValue(std::string_view name) const;
};

/// Compares ASCII letters without case, as names of HTTP fields are.
bool sameName(std::string_view left, std::string_view right);

/// Without the blanks and tabs around it.
std::string_view trimmed(std::string_view text);

} // namespace localapi
