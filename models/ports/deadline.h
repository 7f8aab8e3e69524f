#pragma once

#include <array>
#include <chrono>

/// How long a call may take in all, from its start to its whole answer.
using Deadline = std::chrono::milliseconds;

/// For every call to an Admin API that has no reason for another.
inline constexpr Deadline standardDeadline = std::chrono::seconds(30);

/// A server may still be at work on a request whose answer was lost: the pauses after each look that saw no
/// trace of it, before the next look. What the last one sees is taken for the end.
inline constexpr std::array pausesBetweenLooks{std::chrono::milliseconds(700),
                                               std::chrono::milliseconds(1700)};
