#pragma once

#include <chrono>

/// How long a call may take in all, from its start to its whole answer.
using Deadline = std::chrono::milliseconds;

/// For every call to an Admin API that has no reason for another.
inline constexpr Deadline standardDeadline = std::chrono::seconds(30);
