#pragma once

#include "app/local_api/response.h"
#include "app/local_api/wipedbytes.h"

#include <cstdint>
#include <ctime>
#include <string>

namespace localapi {

/// Writes what stands before the body, with the fields that every answer carries: Date, X-Request-Id,
/// Cache-Control: no-store.
class ResponseHead
{
public:
    ResponseHead();

    /// @p keepsAlive false says `Connection: close`.
    std::string of(const Response &response, bool keepsAlive);

private:
    const std::string &date();

    /// Differs between two runs, so that a request id names one request only.
    std::string m_run;
    std::uint64_t m_requests = 0;
    std::time_t m_dateSecond = 0;
    std::string m_date;
};

} // namespace localapi
