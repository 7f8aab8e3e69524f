#include "app/admin_api/accountreader.h"

namespace {

Error unreadable()
{
    return Error(ErrorKind::Unreadable);
}

std::optional<JsonTree::Array> itemsOf(const JsonTree &tree)
{
    if (!tree.root())
        return std::nullopt;
    if (const auto bare = JsonTree::array(*tree.root()))
        return bare;
    const auto envelope = tree.rootObject();
    const auto items = envelope ? JsonTree::member(*envelope, "items") : std::nullopt;
    return items ? JsonTree::array(*items) : std::nullopt;
}

QString nextPageTokenOf(const JsonTree &tree)
{
    const auto envelope = tree.rootObject();
    const auto member = envelope ? JsonTree::member(*envelope, "pagination") : std::nullopt;
    const auto pagination = member ? JsonTree::object(*member) : std::nullopt;
    return pagination ? JsonTree::stringAt(*pagination, "next_page_token") : QString();
}

/// Nothing for a role without a name.
void append(QByteArray &parts, std::string_view name, QByteArrayView id)
{
    if (name.empty())
        return;
    parts.append(name.data(), static_cast<qsizetype>(name.size()));
    parts.append(SharedStrings::endOfPart);
    parts.append(id);
    parts.append(SharedStrings::endOfPart);
}

/// A name, or an object with "name" and perhaps "id"; nothing for what is neither.
void appendRole(QByteArray &parts, const JsonTree::Element &element)
{
    if (const auto name = JsonTree::text(element)) {
        append(parts, *name, {});
        return;
    }
    const auto object = JsonTree::object(element);
    if (!object)
        return;
    const QByteArray id = JsonTree::idAt(*object, "id").toUtf8();
    std::string_view name = JsonTree::textAt(*object, "name");
    if (name.empty())
        name = std::string_view(id.constData(), static_cast<size_t>(id.size()));
    append(parts, name, id);
}

} // namespace

Result<AccountPage> AccountReader::page(const HttpAnswer &answer)
{
    const JsonTree tree(answer.body());
    const auto items = itemsOf(tree);
    if (!items)
        return unreadable();

    AccountPage result;
    result.accounts.reserve(static_cast<qsizetype>(items->size()));
    for (const auto item : *items) {
        const auto object = JsonTree::object(item);
        auto account = object ? read(*object) : std::nullopt;
        // Not skipped: a list that silently lacks an account is worse than none.
        if (!account)
            return unreadable();
        result.accounts.append(std::move(*account));
    }
    result.nextPageToken = nextPageTokenOf(tree);
    result.serverTime = answer.date();
    return result;
}

Result<ServiceAccount> AccountReader::account(const HttpAnswer &answer)
{
    const JsonTree tree(answer.body());
    const auto object = tree.rootObject();
    auto account = object ? read(*object) : std::nullopt;
    if (!account)
        return unreadable();
    account->etag = QString::fromLatin1(answer.strongEtag());
    return std::move(*account);
}

Result<CreatedToken> AccountReader::created(const HttpAnswer &answer)
{
    const JsonTree tree(answer.body());
    const auto object = tree.rootObject();
    auto account = object ? read(*object) : std::nullopt;
    if (!account)
        return unreadable();
    account->etag = QString::fromLatin1(answer.strongEtag());
    const std::string_view token = JsonTree::textAt(*object, "token");
    if (token.empty())
        return unreadable();
    return CreatedToken{std::move(*account), SecretText::fromUtf8(QByteArrayView(
                                                 token.data(), static_cast<qsizetype>(token.size())))};
}

std::optional<ServiceAccount> AccountReader::read(const JsonTree::Object &object)
{
    ServiceAccount account;
    account.id = JsonTree::idAt(object, "id");
    account.name = JsonTree::stringAt(object, "name");
    if (account.id.isEmpty() || account.name.isEmpty())
        return std::nullopt;
    account.description = JsonTree::stringAt(object, "description");
    account.roles = readRoles(object);
    account.maskedToken = JsonTree::stringAt(object, "masked_token");
    account.expiryDate = JsonTree::dateAt(object, "expiry_date");
    auto created = JsonTree::dateAt(object, "creation_date");
    if (!created)
        created = JsonTree::dateAt(object, "created_date");
    account.creationDate = created.value_or(QDateTime());
    account.updateDate = JsonTree::dateAt(object, "update_date").value_or(QDateTime());
    account.createdBy = readCreator(object);
    account.lastUsedDate = JsonTree::dateAt(object, "last_used_date");
    return account;
}

QList<AccountRole> AccountReader::readRoles(const JsonTree::Object &object)
{
    const auto member = JsonTree::member(object, "roles");
    const auto array = member ? JsonTree::array(*member) : std::nullopt;
    if (!array)
        return {};
    m_roleParts.resize(0);
    for (const auto element : *array)
        appendRole(m_roleParts, element);
    return m_shared.roles(m_roleParts);
}

QString AccountReader::readCreator(const JsonTree::Object &object)
{
    const auto member = JsonTree::member(object, "created_by");
    if (!member)
        return {};
    if (const auto text = JsonTree::text(*member))
        return m_shared.text(*text);
    const auto person = JsonTree::object(*member);
    if (!person)
        return {};
    for (const char *key : {"name", "email", "id"}) {
        if (const auto text = JsonTree::textAt(*person, key); !text.empty())
            return m_shared.text(text);
    }
    return {};
}
