#pragma once

#include "app/local_api/response.h"

#include <string>
#include <string_view>
#include <vector>

namespace localapi {

/// What is wrong with one field of a body. The codes are those of the contract: required, invalid, too_long,
/// not_in_future, repeated, unknown_role, unknown_field.
struct FieldError
{
    std::string field;
    std::string_view code;
    std::string message;

    FieldError(std::string fieldName, std::string_view errorCode, std::string sentence)
        : field(std::move(fieldName))
        , code(errorCode)
        , message(std::move(sentence))
    {
    }
};

/// An answer of application/problem+json (RFC 9457). @p code is this API's own member, left out when empty.
Response problem(int status, std::string_view detail, std::string_view code = {});

/// 422 with its errors.
Response invalidFields(const std::vector<FieldError> &errors);

} // namespace localapi
