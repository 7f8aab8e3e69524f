#pragma once

#include <chrono>
#include <optional>

/// How long the start took, for tests/benchmarks: a line of the logging category "apono.startup", which is
/// off by default.
namespace StartupLog {

bool isOn();

/// Since this process was started, in steps of the system's clock tick (10 ms on Linux). Nothing where the
/// system does not tell.
std::optional<std::chrono::milliseconds> sinceProcessStart();

/// "rows painted N ms after process start"
void rowsPainted();

} // namespace StartupLog
