#pragma once

#include <QDateTime>

#include <optional>
#include <string_view>

/// A point in time as servers write it, in UTC: ISO 8601 with or without a fraction, with "Z", an offset or
/// neither (then UTC), or a number of seconds since 1970 as text. Nothing for any other text, and outside the
/// years 1 to 9999.
/// Written by hand because QDateTime::fromString() would take most of the time that reading a list takes.
std::optional<QDateTime> readDate(std::string_view text);

/// Seconds since 1970, with a fraction or not. Nothing outside the years 1 to 9999.
std::optional<QDateTime> dateFromSeconds(double seconds);
