#pragma once

#include "app/admin_api/httpanswer.h"
#include "models/errors/error.h"

/// The failure that an answer with a status of 300 or more tells of: problem+json (RFC 9457), {"message"},
/// {"error_code","error_details"}, {"error","error_description"}, plain text, the HTML of a proxy, or
/// nothing. Error::message is plain text of at most 500 characters without control characters, or empty;
/// never markup and never raw JSON. @p now is this computer's time, for a Retry-After that is a date.
Error readError(const HttpAnswer &answer, const QDateTime &now);
