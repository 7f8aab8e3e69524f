// One account and one new token as the client reads them, and what it would then write to the local API.

#include "app/admin_api/accountreader.h"
#include "app/admin_api/requestbody.h"
#include "app/local_api/accountrequest.h"
#include "tests/fuzz/fuzzedanswer.h"
#include "tests/fuzz/property.h"
#include "tests/fuzz/reportedaccount.h"

namespace {

localapi::WipedBytes bytesOf(const QByteArray &text)
{
    return {text.begin(), text.end()};
}

std::optional<RoleSet> knownRoles(const ServiceAccount &account)
{
    QList<Role> roles;
    for (const AccountRole &role : account.roles) {
        if (const auto known = role.known())
            roles.append(*known);
    }
    return RoleSet::of(roles);
}

std::optional<NewServiceAccount> asNew(const ServiceAccount &account)
{
    const auto name = ServiceAccountName::fromText(account.name);
    const auto description = AccountDescription::fromText(account.description);
    const auto roles = knownRoles(account);
    if (!name || !description || !roles)
        return std::nullopt;
    const QDateTime begin = QDateTime(QDate(1, 1, 1), QTime(0, 0), Qt::UTC);
    const auto end = account.expiryDate ? Expiration::until(*account.expiryDate, begin) : std::nullopt;
    return NewServiceAccount{*name, *description, end.value_or(Expiration::unlimited()), *roles};
}

void checkCreateBody(const NewServiceAccount &account)
{
    localapi::AccountRequestReader reader;
    const auto read = reader.readCreate(bytesOf(createBody(account, DateStyle::Iso8601)), 0);
    const auto *taken = std::get_if<localapi::CreateRequest>(&read);
    mustHold(taken, "the local API takes every create of the client");
    mustHold(taken->name == account.name.text() && taken->description == account.description.text() &&
                 localapi::rolesOf(taken->roles) == account.roles.roles(),
             "name, description and roles arrive as they were sent");
    const auto &end = account.expiration.end();
    mustHold(taken->expiry.has_value() == end.has_value() &&
                 (!end || end->toString(Qt::ISODate) ==
                              QDateTime::fromMSecsSinceEpoch(*taken->expiry, Qt::UTC).toString(Qt::ISODate)),
             "the end arrives to the second");
}

void checkUpdateBody(const NewServiceAccount &account)
{
    const auto changes = AccountChanges::of(account.description, account.roles.asAccountRoles());
    localapi::AccountRequestReader reader;
    const auto read = reader.readUpdate(bytesOf(updateBody(*changes)));
    const auto *taken = std::get_if<localapi::UpdateRequest>(&read);
    mustHold(taken && taken->description == account.description.text() &&
                 localapi::rolesOf(taken->roles) == account.roles.roles(),
             "the local API takes every edit of the client as it was sent");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const HttpAnswer answer = fuzzedAnswer(data, size);
    const auto account = AccountReader().account(answer);
    const auto created = AccountReader().created(answer);
    if (!account) {
        mustHold(!created, "there is no token without its account");
        mustHold(account.error().kind == ErrorKind::Unreadable, "what is no account is unreadable");
        return 0;
    }
    checkReported(account.value());
    mustHold(!account.value().etag.startsWith(QStringLiteral("W/")), "no weak ETag is kept");
    if (created) {
        mustHold(created.value().account == account.value(), "a new account is read as any other");
        mustHold(!created.value().token.isEmpty(), "a new token is not empty");
    }
    if (const auto fresh = asNew(account.value())) {
        checkCreateBody(*fresh);
        checkUpdateBody(*fresh);
    }
    return 0;
}
