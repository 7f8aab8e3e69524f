#include "app/admin_api/sessionreader.h"

#include "app/admin_api/jsontree.h"

namespace {

std::optional<JsonTree::Object> objectAt(const JsonTree::Object &parent, std::string_view key)
{
    const auto member = JsonTree::member(parent, key);
    return member ? JsonTree::object(*member) : std::nullopt;
}

QStringList rolesOf(const JsonTree::Object &root)
{
    const auto member = JsonTree::member(root, "roles");
    const auto array = member ? JsonTree::array(*member) : std::nullopt;
    if (!array)
        return {};
    QStringList roles;
    for (const auto element : *array) {
        if (const auto name = JsonTree::text(element))
            roles.append(JsonTree::toQString(*name));
        else if (const auto object = JsonTree::object(element))
            roles.append(JsonTree::stringAt(*object, "name"));
    }
    roles.removeAll(QString());
    return roles;
}

} // namespace

Result<Session> readSession(const HttpAnswer &answer)
{
    const JsonTree tree(answer.body());
    const auto root = tree.rootObject();
    const auto user = root ? objectAt(*root, "user") : std::nullopt;
    if (!user)
        return Error(ErrorKind::Unreadable);

    Session session;
    session.userId = JsonTree::idAt(*user, "id");
    session.userName = JsonTree::stringAt(*user, "name");
    session.email = JsonTree::stringAt(*user, "email");
    if (session.userId.isEmpty() && session.userName.isEmpty() && session.email.isEmpty())
        return Error(ErrorKind::Unreadable);
    if (const auto account = objectAt(*root, "account"))
        session.accountName = JsonTree::stringAt(*account, "name");
    session.roles = rolesOf(*root);
    return session;
}
