#include "app/local_api/accountjson.h"

#include "app/local_api/etag.h"
#include "app/local_api/tokenmint.h"

namespace localapi {

void writeRoles(JsonWriter &json, RoleBits roles)
{
    json.beginArray();
    for (const Role role : allRoles()) {
        if (roles & roleBit(role))
            json.string(roleName(role));
    }
    json.endArray();
}

void writeAccount(JsonWriter &json, const Account &account, std::string_view token)
{
    json.beginObject();
    json.key("id").string(account.id);
    json.key("name").string(account.name);
    json.key("description").string(account.description);
    json.key("roles");
    writeRoles(json, account.roles);
    json.key("masked_token").string(std::string(TokenMint::prefix) + "****" + account.lastFour.toStdString());
    json.key("expiry_date").time(account.expiry);
    json.key("creation_date").time(account.created);
    json.key("update_date").time(account.updated);
    json.key("created_by").string(account.createdBy);
    json.key("last_used_date").time(account.lastUsed);
    if (!token.empty())
        json.key("token").string(token);
    json.endObject();
}

Response accountResponse(const Account &account, std::string_view token)
{
    JsonWriter json;
    writeAccount(json, account, token);
    return Response::json(json.take()).with("ETag", etagOf(account));
}

} // namespace localapi
