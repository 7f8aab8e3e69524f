#include "app/admin_api/retryschedule.h"

#include "models/errors/backoff.h"
#include "models/errors/serverpause.h"

using namespace std::chrono_literals;

namespace {

constexpr Backoff backoff(500ms, 30s);

/// Whether the very same may succeed in the next seconds. A timeout has cost the person enough already.
bool passesSoon(const Error &error, bool wasReached)
{
    constexpr int requestTimeout = 408;
    constexpr int badGateway = 502;
    constexpr int gatewayTimeout = 504;
    switch (error.kind) {
    case ErrorKind::Cut:
    case ErrorKind::Unavailable:
        return true;
    case ErrorKind::Unreachable:
        return wasReached;
    case ErrorKind::TooManyRequests:
        // Who does not say for how long wants less of this, not more.
        return error.retryAfter.has_value();
    case ErrorKind::ServerFault:
    case ErrorKind::UnexpectedStatus:
        return error.httpStatus == requestTimeout || error.httpStatus == badGateway ||
               error.httpStatus == gatewayTimeout;
    default:
        return false;
    }
}

} // namespace

RetrySchedule::RetrySchedule(Deadline deadline, quint32 seed)
    : m_deadline(deadline)
    , m_chance(seed)
{
}

std::optional<std::chrono::milliseconds>
RetrySchedule::pause(const Error &error, std::chrono::milliseconds elapsed, bool wasReached)
{
    if (++m_failures == 1)
        m_firstFailure = elapsed;
    if (m_failures >= mostTries || !passesSoon(error, wasReached))
        return std::nullopt;
    const std::chrono::milliseconds begin = elapsed + wished(error);
    if (begin > m_firstFailure + within || begin + leastLeft > m_deadline)
        return std::nullopt;
    return begin - elapsed;
}

std::chrono::milliseconds RetrySchedule::wished(const Error &error)
{
    return error.retryAfter ? pauseAfter(error) : backoff.upTo(m_failures, m_chance);
}
