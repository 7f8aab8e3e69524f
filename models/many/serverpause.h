#pragma once

#include "models/errors/error.h"

#include <algorithm>

/// How long to wait where Error::asksToWait(): what Retry-After says, at least a second; five seconds when it
/// says nothing.
inline std::chrono::seconds pauseAfter(const Error &error)
{
    return std::max(std::chrono::seconds(1), error.retryAfter.value_or(std::chrono::seconds(5)));
}
