#pragma once

#include "app/local_api/account.h"
#include "app/local_api/jsonwriter.h"
#include "app/local_api/response.h"

#include <string_view>

namespace localapi {

/// The ServiceAccount of the contract; with @p token, which is shown once, when there is one.
void writeAccount(JsonWriter &json, const Account &account, std::string_view token = {});

void writeRoles(JsonWriter &json, RoleBits roles);

/// 200 with the account and its ETag.
Response accountResponse(const Account &account, std::string_view token = {});

} // namespace localapi
