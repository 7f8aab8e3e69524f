#include "app/local_api/request.h"

#include <algorithm>

namespace localapi {

namespace {

char lower(char character)
{
    return character >= 'A' && character <= 'Z' ? static_cast<char>(character + ('a' - 'A')) : character;
}

} // namespace

bool sameName(std::string_view left, std::string_view right)
{
    return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                      [](char one, char other) { return lower(one) == lower(other); });
}

std::string_view trimmed(std::string_view text)
{
    const std::size_t first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

std::vector<std::string_view> Request::values(std::string_view name) const
{
    std::vector<std::string_view> found;
    for (const HeaderField &field : fields) {
        if (sameName(field.name, name))
            found.push_back(field.value);
    }
    return found;
}

std::optional<std::string_view> Request::firstValue(std::string_view name) const
{
    const auto found = std::find_if(fields.cbegin(), fields.cend(),
                                    [name](const HeaderField &field) { return sameName(field.name, name); });
    return found == fields.cend() ? std::nullopt : std::optional<std::string_view>(found->value);
}

} // namespace localapi
