#pragma once

#include "models/errors/error.h"

#include <algorithm>

/// Whether the server asks to come back later (429, 503): then it is not this one account that failed.
inline bool asksForPause(const Error &error)
{
    return error.kind == ErrorKind::TooManyRequests || error.kind == ErrorKind::Unavailable;
}

/// How long to wait: what Retry-After says, at least a second; five seconds when it says nothing.
inline std::chrono::seconds pauseAfter(const Error &error)
{
    return std::max(std::chrono::seconds(1), error.retryAfter.value_or(std::chrono::seconds(5)));
}
