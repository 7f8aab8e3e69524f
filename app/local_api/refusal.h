#pragma once

#include <string_view>

namespace localapi {

/// Why a request is not even looked at: the status of the answer, and a sentence that lives for ever.
struct Refusal
{
    int status;
    std::string_view detail;
};

} // namespace localapi
