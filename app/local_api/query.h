#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace localapi {

/// The decoded parameters behind a target's question mark, in their order.
class Query
{
public:
    /// Nothing when an escape is no escape, or the text is not UTF-8.
    static std::optional<Query> fromText(std::string_view text);

    std::vector<std::string> values(std::string_view name) const;

    /// Undoes percent-encoding, and takes a plus for a blank as forms do. Nothing for a broken escape.
    static std::optional<std::string> decoded(std::string_view text);

private:
    std::vector<std::pair<std::string, std::string>> m_parameters;
};

} // namespace localapi
