#include "app/local_api/accountcreation.h"

#include "app/local_api/accountjson.h"

#include <QUuid>

#include <algorithm>

namespace localapi {

namespace {

constexpr std::size_t longestKey = 255;

bool isKey(std::string_view text)
{
    return !text.empty() && text.size() <= longestKey &&
           std::all_of(text.begin(), text.end(), [](char one) { return one >= ' ' && one <= '~'; });
}

Response echoing(std::string_view key, Response response)
{
    return std::move(response).with("Idempotency-Key", std::string(key));
}

} // namespace

AccountCreation::AccountCreation(Store &store, const TokenMint &mint, Clock clock)
    : m_store(store)
    , m_mint(mint)
    , m_clock(std::move(clock))
{
}

Response AccountCreation::answer(const Identity &caller, const Request &request, const CreateRequest &wanted)
{
    const auto keys = request.values("Idempotency-Key");
    if (keys.empty())
        return create(caller, wanted, nullptr, QUuid::createUuid().toByteArray().toStdString());
    const std::string_view key = keys.front();
    if (keys.size() > 1 || !isKey(key))
        return problem(400, "Idempotency-Key has to be one text of 1 to 255 printable ASCII characters.");

    Creation creation;
    // With the caller in it: another Admin's key never leads to this one's token.
    creation.keyHash = m_mint.hashOfKey(caller.id.toStdString(), key);
    creation.bodyHash = m_mint.hashOfBody(wanted.fingerprint());
    if (const auto earlier = m_store.creations.byKeyHash(creation.keyHash))
        return echoing(key, repeat(*earlier, creation.bodyHash, key));
    return echoing(key, create(caller, wanted, &creation, key));
}

Response AccountCreation::repeat(const Creation &creation, const QByteArray &bodyHash, std::string_view key)
{
    if (creation.bodyHash != bodyHash)
        return problem(422, "This Idempotency-Key was used for another body.", "key_reused");
    const std::optional<Account> account = m_store.accounts.byId(creation.accountId);
    if (!account)
        return problem(409, "The account that this request made was deleted meanwhile.", "account_gone");
    const bool isInTime = m_clock() - creation.created < CreationStore::repeatableFor.count();
    if (creation.nonce.isEmpty() || !isInTime)
        return problem(
            409, "The token of this request can no longer be shown: ten minutes are over, or it was used.",
            "replay_expired");
    const WipedBytes token = m_mint.mint(creation.nonce, creation.accountId.toStdString(), key);
    return accountResponse(*account, viewOf(token));
}

Response AccountCreation::create(const Identity &caller, const CreateRequest &wanted,
                                 const Creation *repeatable, std::string_view key)
{
    const Timestamp now = m_clock();
    if (wanted.expiry && *wanted.expiry <= now)
        return invalidFields({endIsPast()});
    if (m_store.accounts.hasName(wanted.name))
        return problem(409, "There is already a service account with this name.", "name_taken");

    Account account;
    account.name = wanted.name;
    account.description = wanted.description;
    account.roles = wanted.roles;
    account.expiry = wanted.expiry;
    account.created = account.updated = now;
    const QByteArray nonce = TokenMint::newNonce();
    const WipedBytes token = add(caller, account, nonce, key);
    if (repeatable) {
        Creation creation = *repeatable;
        creation.accountId = account.id;
        creation.nonce = nonce;
        creation.created = now;
        m_store.creations.add(creation);
    }
    return accountResponse(account, viewOf(token));
}

WipedBytes AccountCreation::add(const Identity &creator, Account &account, const QByteArray &nonce,
                                std::string_view key)
{
    account.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    account.createdBy = creator.name;
    WipedBytes token = m_mint.mint(nonce, account.id.toStdString(), key);
    account.lastFour = QString::fromLatin1(token.data() + token.size() - 4, 4);

    m_store.database.begin();
    m_store.accounts.add(account, m_mint.hashOfToken(viewOf(token)));
    m_store.events.addCreated(creator, account, account.created);
    return token;
}

} // namespace localapi
