#pragma once

#include "models/errors/error.h"

#include <chrono>

/// What goes over the network, for --verbose: a line of the logging category "apono.network", which is off by
/// default, for each exchange. No header, no body, no query.
namespace NetworkLog {

/// "GET /api/admin/v1/service-accounts 200 in 12 ms, request id 4f1c" or "… Unreachable in 3 ms". @p facts
/// are those of an answer that succeeded, or a failure; without the credential, as every Error.
void exchanged(const Error &facts, bool succeeded, std::chrono::milliseconds took);

} // namespace NetworkLog
