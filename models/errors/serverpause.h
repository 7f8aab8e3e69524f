#pragma once

#include "models/errors/error.h"

#include <algorithm>

/// How long to wait where Error::asksToWait(), before the same is tried by itself: what Retry-After says, at
/// least a second, so that nobody asks in a circle, and at most two minutes, so that an absurd answer stops
/// nothing for good; five seconds when it says nothing.
inline std::chrono::seconds pauseAfter(const Error &error)
{
    using std::chrono::seconds;
    return std::clamp(error.retryAfter.value_or(seconds(5)), seconds(1), seconds(120));
}
