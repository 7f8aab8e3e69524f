#pragma once

#include "app/admin_api/httpadminapi.h"
#include "tests/support/faultserver.h"

/// What the tests of the client send and are answered.
namespace samples {

inline const QByteArray credential = "the-credential-of-this-test";
inline const QByteArray token = "apono_sa_000000000000000000000000000000000000";

inline QByteArray account(const QByteArray &more = {})
{
    return R"({"id":"a1","name":"ci_deploy","description":"CI","roles":["Deployment"],)"
           R"("masked_token":"apono_sa_…0000","expiry_date":null,)"
           R"("creation_date":"2026-01-02T03:04:05Z","update_date":"2026-01-02T03:04:05Z",)"
           R"("created_by":"local_console","last_used_date":null)" +
           more + "}";
}

inline QByteArray created()
{
    return account(R"(,"token":")" + token + "\"");
}

inline QByteArray page(const QByteArray &accounts, const QByteArray &next = "null")
{
    return R"({"items":[)" + accounts + R"(],"pagination":{"next_page_token":)" + next + "}}";
}

inline NewServiceAccount newAccount()
{
    return {*ServiceAccountName::fromText(QStringLiteral("ci_deploy")),
            *AccountDescription::fromText(QStringLiteral("CI")), Expiration::unlimited(),
            *RoleSet::of({Role::Deployment})};
}

inline AccountChanges changes()
{
    return *AccountChanges::of(*AccountDescription::fromText(QStringLiteral("CI")),
                               {AccountRole(Role::Deployment)});
}

inline ApiTarget target(const QUrl &address)
{
    ApiTarget target;
    target.address = address;
    return target;
}

inline void connectTo(HttpAdminApi &api, const QUrl &address)
{
    api.setTarget(target(address), SecretText::fromUtf8(credential));
}

/// For a busy machine: no measure of speed.
inline constexpr Deadline plenty = std::chrono::seconds(20);

/// The same answer to every request.
inline FaultServer::Script always(const FaultServer::Reply &reply)
{
    return [reply](const FaultServer::Request &) { return reply; };
}

} // namespace samples
