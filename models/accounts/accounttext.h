#pragma once

#include "models/accounts/serviceaccount.h"

/// What is said about the times of an account, each a whole value under its caption. @p now is the server's
/// time.

/// "1 Jan 2027, in 38 days"; "Unlimited".
QString expirationText(const ServiceAccount &account, const QDateTime &now);

/// "4 min ago, 24 Nov 2026 10:38"; "Never".
QString lastUsedText(const ServiceAccount &account, const QDateTime &now);

/// "5 Jul 2026 by Dana Levi", or what of it the server said.
QString createdText(const ServiceAccount &account);

/// How much of the time from its creation to its end has gone, from 0 to 1. Nothing where one of them is not
/// known.
std::optional<double> timeGone(const ServiceAccount &account, const QDateTime &now);
