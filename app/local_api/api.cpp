#include "app/local_api/api.h"

#include "app/local_api/accountjson.h"
#include "app/local_api/jsonwriter.h"
#include "app/local_api/listrequest.h"
#include "app/local_api/pagewriter.h"
#include "app/local_api/problem.h"

namespace localapi {

namespace {

/// Reading users and the own session is for every role, all else for Admin: the contract, "What each role may
/// do here".
bool needsAdmin(Call call)
{
    return call != Call::GetSession && call != Call::ListUsers;
}

Response forbidden()
{
    return problem(403, "This needs the role Admin.")
        .with("WWW-Authenticate",
              "Bearer realm=\"apono-local-api\", error=\"insufficient_scope\", scope=\"Admin\"");
}

} // namespace

Api::Api(Store &store, const TokenMint &mint, const Clock &clock, const SecretBytes *sessionCredential)
    : m_store(store)
    , m_authenticator(store, mint, clock, sessionCredential)
    , m_accounts(store, mint, clock, sessionCredential == nullptr)
    , m_events(store, mint)
    , m_usersPageToken(mint, "users")
{
}

Response Api::answer(const Request &request)
{
    auto route = routeOf(request);
    if (auto *refusal = std::get_if<Response>(&route))
        return std::move(*refusal);
    auto caller = m_authenticator.authenticate(request);
    if (auto *refusal = std::get_if<Response>(&caller))
        return std::move(*refusal);
    return answer(std::get<Route>(route), std::get<Identity>(caller), request);
}

Response Api::answer(const Route &route, const Identity &caller, const Request &request)
{
    if (needsAdmin(route.call) && !caller.isAdmin())
        return forbidden();
    switch (route.call) {
    case Call::ListAccounts:
        return m_accounts.list(request);
    case Call::CreateAccount:
        return m_accounts.create(caller, request);
    case Call::GetAccount:
        return m_accounts.get(route.accountId, request);
    case Call::UpdateAccount:
        return m_accounts.update(caller, route.accountId, request);
    case Call::DeleteAccount:
        return m_accounts.remove(caller, route.accountId, request);
    case Call::ListEvents:
        return m_events.list(request);
    case Call::GetSession:
        return session(caller);
    case Call::ListUsers:
        return users(request);
    }
    Q_UNREACHABLE();
}

Response Api::session(const Identity &caller)
{
    JsonWriter json;
    json.beginObject();
    json.key("user").beginObject();
    json.key("id").string(caller.id);
    json.key("name").string(caller.name);
    json.key("email").null();
    json.endObject();
    json.key("account").beginObject();
    json.key("id").string(QString::fromLatin1(m_store.properties.value(QStringLiteral("account_id"))));
    json.key("name").string(std::string_view("Local Workspace"));
    json.endObject();
    json.key("roles");
    writeRoles(json, caller.roles);
    json.endObject();
    return Response::json(json.take());
}

/// There are no users here, only service accounts: the list is always empty.
Response Api::users(const Request &request)
{
    auto parsed = ListRequest::from(request, m_usersPageToken);
    if (auto *refusal = std::get_if<Response>(&parsed))
        return std::move(*refusal);
    return Response::json(PageWriter(std::get<ListRequest>(parsed).limit).finish(m_usersPageToken));
}

} // namespace localapi
