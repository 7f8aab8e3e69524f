#pragma once

#include <QtGlobal>

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace localapi {

/// A moment as milliseconds since 1970 in UTC: what the database holds.
using Timestamp = qint64;

/// The server's clock; a test gives its own.
using Clock = std::function<Timestamp()>;

Timestamp systemTime();

/// As the API writes times: 2026-01-31T09:05:00.250Z.
std::string toIso8601(Timestamp moment);

/// Takes what RFC 3339 allows, with `Z` or an offset; parts of a millisecond are cut off. Nothing for any
/// other text, a day that does not exist, a leap second, or outside the years 1 to 9999 of UTC.
std::optional<Timestamp> fromIso8601(std::string_view text);

} // namespace localapi
