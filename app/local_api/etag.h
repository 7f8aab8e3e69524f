#pragma once

#include "app/local_api/account.h"
#include "app/local_api/request.h"
#include "app/local_api/response.h"

#include <string>
#include <string_view>

namespace localapi {

/// Of what an edit can see: being used does not change it.
std::string etagOf(const Account &account);

/// Of a whole body, last use and all.
std::string etagOf(const WipedBytes &body);

/// Whether `If-Match` names @p etag, or is `*`. Strong comparison: a weak tag never matches (RFC
/// 9110, 13.1.1).
bool ifMatchAllows(const Request &request, std::string_view etag);

/// @p response with its ETag, or 304 without a body when `If-None-Match` names it (RFC 9110, 13.1.2).
Response unlessKnown(const Request &request, std::string etag, Response response);

} // namespace localapi
