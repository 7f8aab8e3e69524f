#include "app/local_api/accountsendpoint.h"

#include "app/local_api/accountjson.h"
#include "app/local_api/etag.h"
#include "app/local_api/listrequest.h"
#include "app/local_api/pagewriter.h"
#include "app/local_api/utf8.h"

namespace localapi {

namespace {

Response notFound()
{
    return problem(404, "There is no such service account.");
}

Response lastAdmin()
{
    return problem(409, "This is the last Admin account: without it nobody could manage accounts any more.",
                   "last_admin");
}

Response stale()
{
    return problem(412, "The account was changed meanwhile. Read it again and repeat the change.");
}

/// Nothing when the body is JSON as its head says.
std::optional<Response> refusesMediaType(const Request &request)
{
    if (!request.hasBody)
        return problem(411, "A body with a Content-Length is needed.");
    const auto types = request.values("Content-Type");
    const std::string_view type = types.size() == 1 ? types.front() : std::string_view();
    if (!sameName(trimmed(type.substr(0, type.find(';'))), "application/json"))
        return problem(415, "The body has to be application/json.");
    for (const std::string_view coding : request.values("Content-Encoding")) {
        if (!sameName(coding, "identity"))
            return problem(415, "The body may not be compressed.");
    }
    return std::nullopt;
}

AccountFilter filterFrom(const Query &query)
{
    AccountFilter filter;
    for (const std::string &name : query.values("name"))
        filter.name = textFromUtf8(name);
    for (const std::string &name : query.values("role")) {
        const std::optional<Role> role = roleFromName(textFromUtf8(name));
        filter.roles = filter.roles.value_or(0) | (role ? roleBit(*role) : 0);
    }
    return filter;
}

} // namespace

AccountsEndpoint::AccountsEndpoint(Store &store, const TokenMint &mint, Clock clock, bool keepsLastAdmin)
    : m_store(store)
    , m_clock(std::move(clock))
    , m_keepsLastAdmin(keepsLastAdmin)
    , m_pageToken(mint, "accounts")
    , m_creation(store, mint, m_clock)
{
}

Response AccountsEndpoint::list(const Request &request)
{
    auto parsed = ListRequest::from(request, m_pageToken);
    if (auto *refusal = std::get_if<Response>(&parsed))
        return std::move(*refusal);
    const ListRequest &list = std::get<ListRequest>(parsed);

    PageWriter page(list.limit);
    m_store.accounts.list(
        filterFrom(list.query), list.sequence.value_or(0), list.limit + 1, [&](const Account &account) {
            page.add(account.sequence, [&account](JsonWriter &json) { writeAccount(json, account); });
        });

    Response response = Response::json(page.finish(m_pageToken));
    std::string etag = etagOf(response.body);
    return unlessKnown(request, std::move(etag), std::move(response));
}

Response AccountsEndpoint::create(const Identity &caller, const Request &request)
{
    if (auto refusal = refusesMediaType(request))
        return std::move(*refusal);
    auto wanted = m_reader.readCreate(request.body, m_clock());
    if (auto *refusal = std::get_if<Response>(&wanted))
        return std::move(*refusal);
    return m_creation.answer(caller, request, std::get<CreateRequest>(wanted));
}

Response AccountsEndpoint::get(const QString &id, const Request &request)
{
    const std::optional<Account> account = m_store.accounts.byId(id);
    if (!account)
        return notFound();
    JsonWriter json;
    writeAccount(json, *account);
    return unlessKnown(request, etagOf(*account), Response::json(json.take()));
}

Response AccountsEndpoint::update(const Identity &caller, const QString &id, const Request &request)
{
    const std::optional<Account> account = m_store.accounts.byId(id);
    if (!account)
        return notFound();
    if (auto refusal = refusesMediaType(request))
        return std::move(*refusal);
    if (!request.firstValue("If-Match"))
        return problem(428, "If-Match is needed, with the ETag that the account was read with.");
    if (!ifMatchAllows(request, etagOf(*account)))
        return stale();
    auto wanted = m_reader.readUpdate(request.body);
    if (auto *refusal = std::get_if<Response>(&wanted))
        return std::move(*refusal);
    return save(caller, *account, std::get<UpdateRequest>(wanted));
}

Response AccountsEndpoint::save(const Identity &caller, Account account, const UpdateRequest &wanted)
{
    QStringList changed;
    if (account.description != wanted.description)
        changed.append(QStringLiteral("description"));
    if (account.roles != wanted.roles)
        changed.append(QStringLiteral("roles"));
    if (changed.isEmpty())
        return accountResponse(account);
    if ((wanted.roles & roleBit(Role::Admin)) == 0 && isLastAdmin(account))
        return lastAdmin();

    account.description = wanted.description;
    account.roles = wanted.roles;
    account.updated = m_clock();
    ++account.revision;
    m_store.database.begin();
    m_store.accounts.update(account);
    m_store.events.addUpdated(caller, account, changed, account.updated);
    return accountResponse(account);
}

Response AccountsEndpoint::remove(const Identity &caller, const QString &id, const Request &request)
{
    const std::optional<Account> account = m_store.accounts.byId(id);
    if (!account)
        return notFound();
    if (request.firstValue("If-Match") && !ifMatchAllows(request, etagOf(*account)))
        return stale();
    if (isLastAdmin(*account))
        return lastAdmin();
    m_store.database.begin();
    m_store.creations.close(id);
    m_store.accounts.remove(id);
    m_store.events.addDeleted(caller, *account, m_clock());
    return Response(204);
}

/// An Admin account that has expired cannot manage anything, so it does not count as another one.
bool AccountsEndpoint::isLastAdmin(const Account &account)
{
    return m_keepsLastAdmin && account.isAdmin() && !m_store.accounts.hasOtherAdmin(account.id, m_clock());
}

} // namespace localapi
