#pragma once

#include "app/local_api/refusal.h"
#include "app/local_api/request.h"

#include <optional>

namespace localapi {

/// Of a parsed head: how long the body is must be said in one way only (RFC 9112, 6.3: whatever two readers
/// could understand differently lets a second request be smuggled in), one Host, and that a loopback name.
std::optional<Refusal> refusesFraming(const Request &request, bool isHttp10);

/// A page that rebinds its DNS name to the loopback sends its own name as Host: 421. A page of another origin
/// sends its Origin: 403.
std::optional<Refusal> refusesOrigin(const Request &request);

/// Only `100-continue` is known (RFC 9110, 10.1.1).
std::optional<Refusal> refusesExpectation(const Request &request);

/// 127.0.0.0/8, [::1] or localhost, with or without a port.
bool isLoopbackAuthority(std::string_view authority);

} // namespace localapi
