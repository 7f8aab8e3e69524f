#include "app/local_api/authenticator.h"

#include "app/local_api/problem.h"

namespace localapi {

namespace {

/// The value of WWW-Authenticate (RFC 6750, 3).
std::string challenge(std::string_view more = {})
{
    return std::string("Bearer realm=\"apono-local-api\"").append(more);
}

Response unauthorized(std::string_view detail)
{
    return problem(401, detail).with("WWW-Authenticate", challenge());
}

Response invalidToken(const std::string &detail)
{
    const std::string more = ", error=\"invalid_token\", error_description=\"" + detail + '"';
    return problem(401, detail).with("WWW-Authenticate", challenge(more));
}

/// What stands behind "Bearer "; nothing for another scheme.
std::optional<std::string_view> bearerIn(std::string_view value)
{
    constexpr std::string_view scheme = "Bearer";
    if (!sameName(value.substr(0, scheme.size()), scheme))
        return std::nullopt;
    value.remove_prefix(scheme.size());
    if (!value.empty() && value.front() != ' ')
        return std::nullopt;
    return trimmed(value);
}

} // namespace

Authenticator::Authenticator(Store &store, const TokenMint &mint, Clock clock,
                             const SecretBytes *sessionCredential)
    : m_store(store)
    , m_mint(mint)
    , m_clock(std::move(clock))
    , m_sessionCredential(sessionCredential)
{
}

Identity Authenticator::localConsole()
{
    return {QStringLiteral("local_console"), QStringLiteral("local_console"), roleBit(Role::Admin)};
}

std::variant<Identity, Response> Authenticator::authenticate(const Request &request)
{
    if (request.authorization.empty())
        return unauthorized("A token is needed: send it as Authorization: Bearer.");
    if (request.authorization.size() > 1)
        return problem(400, "There is more than one Authorization.", "invalid_request")
            .with("WWW-Authenticate", challenge(", error=\"invalid_request\""));
    const std::optional<std::string_view> token = bearerIn(viewOf(request.authorization.front()));
    if (!token)
        return unauthorized("Only Authorization: Bearer is known here.");
    return authenticate(*token);
}

std::variant<Identity, Response> Authenticator::authenticate(std::string_view token)
{
    if (m_sessionCredential && m_sessionCredential->equals(token))
        return localConsole();
    if (!TokenMint::isWellFormed(token))
        return invalidToken("This is not a token of this server: something of it is missing or mistyped.");
    // Comparing keyed hashes tells a stopwatch nothing of a token: without the server key nobody can choose
    // them.
    const std::optional<Account> account = m_store.accounts.byTokenHash(m_mint.hashOfToken(token));
    if (!account)
        return invalidToken(
            "This token is not known here: its account was deleted, or it is another server's.");
    const Timestamp now = m_clock();
    if (account->isExpiredAt(now))
        return invalidToken("This token has expired.");
    noteUse(*account, now);
    return Identity{account->id, account->name, account->roles};
}

void Authenticator::noteUse(const Account &account, Timestamp now)
{
    if (account.lastUsed && *account.lastUsed <= now && now - *account.lastUsed < lastUsedEvery.count())
        return;
    m_store.database.begin();
    m_store.accounts.setLastUsed(account.id, now);
    // Whoever uses the token has received it: nobody needs to compute it again.
    if (!account.lastUsed)
        m_store.creations.close(account.id);
}

} // namespace localapi
