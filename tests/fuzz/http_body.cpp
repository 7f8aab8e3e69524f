// The body of a create or an edit as the local API reads it, and what its answers say of a bad one.

#include "app/admin_api/errorreader.h"
#include "app/admin_api/jsontree.h"
#include "app/local_api/accountrequest.h"
#include "app/local_api/jsonwriter.h"
#include "models/accounts/accountdescription.h"
#include "models/accounts/serviceaccountname.h"
#include "tests/fuzz/property.h"

#include <cstdint>

using localapi::AccountRequestReader;
using localapi::CreateRequest;
using localapi::UpdateRequest;
using localapi::WipedBytes;

namespace {

constexpr localapi::Timestamp now = 1'767'225'600'000;

bool isDescription(const QString &text)
{
    return AccountDescription::fromText(text).has_value();
}

bool areRoles(localapi::RoleBits roles)
{
    return roles != 0 && localapi::bitsOf(localapi::rolesOf(roles)) == roles;
}

template <class Fields>
void writeEditable(localapi::JsonWriter &json, const Fields &fields)
{
    json.key("description").string(fields.description);
    json.key("roles").beginArray();
    for (const Role role : localapi::rolesOf(fields.roles))
        json.string(roleName(role));
    json.endArray();
}

WipedBytes written(const CreateRequest &request)
{
    localapi::JsonWriter json;
    json.beginObject().key("name").string(request.name);
    writeEditable(json, request);
    json.key("expiry_date").time(request.expiry);
    json.endObject();
    return json.take();
}

WipedBytes written(const UpdateRequest &request)
{
    localapi::JsonWriter json;
    json.beginObject();
    writeEditable(json, request);
    json.endObject();
    return json.take();
}

void checkTaken(const CreateRequest &request)
{
    mustHold(ServiceAccountName::fromText(request.name).has_value(), "a name that is taken keeps the rules");
    mustHold(isDescription(request.description), "a description that is taken keeps the rules");
    mustHold(areRoles(request.roles), "there is a role, and no unknown one");
    const auto again = AccountRequestReader().readCreate(written(request), now);
    const auto *same = std::get_if<CreateRequest>(&again);
    mustHold(same && same->fingerprint() == request.fingerprint(), "a create written again is read the same");
}

void checkTaken(const UpdateRequest &request)
{
    mustHold(isDescription(request.description), "a description that is taken keeps the rules");
    mustHold(areRoles(request.roles), "there is a role, and no unknown one");
    const auto again = AccountRequestReader().readUpdate(written(request));
    const auto *same = std::get_if<UpdateRequest>(&again);
    mustHold(same && same->description == request.description && same->roles == request.roles,
             "an edit written again is read the same");
}

void checkRefusal(const localapi::Response &response, bool isJson)
{
    mustHold(response.status == (isJson ? 422 : 400), "400 for what is no JSON, 422 for what is");
    const HttpAnswer answer(response.status, {{"Content-Type", "application/problem+json"}},
                            QByteArray(response.body.data(), static_cast<qsizetype>(response.body.size())));
    const Error error = readError(answer, QDateTime::fromMSecsSinceEpoch(now));
    mustHold(error.kind == (isJson ? ErrorKind::Invalid : ErrorKind::BadRequest) && !error.message.isEmpty(),
             "the client understands the refusal");
    mustHold(error.fields.isEmpty() != isJson && error.fields.size() <= 21, "a 422 names what is wrong");
}

template <class Request>
void check(const std::variant<Request, localapi::Response> &fresh,
           const std::variant<Request, localapi::Response> &again, bool isJson)
{
    mustHold(fresh.index() == again.index(), "a reader judges the same however often it was used");
    if (const auto *request = std::get_if<Request>(&fresh)) {
        mustHold(isJson, "what is taken is JSON");
        checkTaken(*request);
    } else {
        checkRefusal(std::get<localapi::Response>(fresh), isJson);
        mustHold(std::get<localapi::Response>(fresh).body == std::get<localapi::Response>(again).body,
                 "a body is refused twice for the same reasons");
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static AccountRequestReader used;
    const WipedBytes body(data, data + size);
    const QByteArrayView text(body.data(), static_cast<qsizetype>(body.size()));
    // The client skips a byte order mark, as RFC 8259 (8.1) allows; the local API refuses it.
    const bool isJson = JsonTree(text).root().has_value() && !text.startsWith("\xEF\xBB\xBF");
    check(AccountRequestReader().readCreate(body, now), used.readCreate(body, now), isJson);
    check(AccountRequestReader().readUpdate(body), used.readUpdate(body), isJson);
    return 0;
}
