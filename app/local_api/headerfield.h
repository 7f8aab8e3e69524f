#pragma once

#include <string>

namespace localapi {

/// One line of a head, as it came: the name in any case.
struct HeaderField
{
    std::string name;
    std::string value;

    HeaderField(std::string fieldName, std::string fieldValue)
        : name(std::move(fieldName))
        , value(std::move(fieldValue))
    {
    }
};

} // namespace localapi
