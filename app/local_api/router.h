#pragma once

#include "app/local_api/request.h"
#include "app/local_api/response.h"

#include <QString>

#include <variant>

namespace localapi {

/// The calls of the contract. HEAD is answered as GET is.
enum class Call {
    ListAccounts,
    CreateAccount,
    GetAccount,
    UpdateAccount,
    DeleteAccount,
    ListEvents,
    GetSession,
    ListUsers
};

/// Where a request leads.
struct Route
{
    Call call;
    /// Of the calls on one account.
    QString accountId;
};

/// Which call a request is, from its method and path; or the answer to a request that is none: 404, 405 with
/// Allow, 501. Needs no credential: the contract is no secret.
std::variant<Route, Response> routeOf(const Request &request);

} // namespace localapi
