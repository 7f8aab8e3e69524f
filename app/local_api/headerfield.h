#pragma once

#include <string>

namespace localapi {

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
