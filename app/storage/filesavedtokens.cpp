#include "app/storage/filesavedtokens.h"

#include <algorithm>

namespace {

constexpr int version = 1;
constexpr QLatin1StringView listField("tokens");
constexpr QLatin1StringView connectionField("connection");
constexpr QLatin1StringView nameField("name");
constexpr QLatin1StringView idField("id");
constexpr QLatin1StringView savedOnField("saved_on");

SavedToken tokenFrom(const QJsonObject &entry)
{
    return {entry.value(connectionField).toString(), entry.value(nameField).toString(),
            entry.value(idField).toString(),
            QDateTime::fromString(entry.value(savedOnField).toString(), Qt::ISODateWithMs).toUTC()};
}

QJsonObject keyOf(const QString &connectionKey, const QString &accountName)
{
    return {{connectionField, connectionKey}, {nameField, accountName}};
}

QList<SavedToken> tokensFrom(const JsonList &list)
{
    QList<SavedToken> tokens;
    for (const QJsonValue &entry : list.entries()) {
        // What is not understood stays in the file and is not shown.
        auto token = tokenFrom(entry.toObject());
        if (!token.connectionKey.isEmpty() && !token.accountName.isEmpty())
            tokens.append(std::move(token));
    }
    return tokens;
}

} // namespace

FileSavedTokens::FileSavedTokens(const QString &path)
    : m_file(path, version)
{
    m_file.load();
    m_file.expectList(listField);
    m_tokens = tokensFrom({m_file.object(), listField});
}

QList<SavedToken> FileSavedTokens::entries(const QString &connectionKey) const
{
    QList<SavedToken> found;
    std::copy_if(m_tokens.begin(), m_tokens.end(), std::back_inserter(found),
                 [&](const SavedToken &token) { return token.connectionKey == connectionKey; });
    return found;
}

std::optional<SavedToken> FileSavedTokens::find(const QString &connectionKey,
                                                const QString &accountName) const
{
    const auto found = std::find_if(m_tokens.begin(), m_tokens.end(), [&](const SavedToken &token) {
        return token.connectionKey == connectionKey && token.accountName == accountName;
    });
    return found == m_tokens.end() ? std::nullopt : std::optional(*found);
}

Result<Done> FileSavedTokens::record(const SavedToken &token)
{
    JsonList list(m_file.object(), listField);
    const QJsonObject key = keyOf(token.connectionKey, token.accountName);
    QJsonObject entry = list.find(key);
    entry.insert(connectionField, token.connectionKey);
    entry.insert(nameField, token.accountName);
    entry.insert(idField, token.accountId);
    entry.insert(savedOnField, token.savedOn.toUTC().toString(Qt::ISODateWithMs));
    list.put(key, entry);
    return save(list, token.connectionKey);
}

Result<Done> FileSavedTokens::forget(const QString &connectionKey, const QString &accountName)
{
    JsonList list(m_file.object(), listField);
    if (!list.remove(keyOf(connectionKey, accountName)))
        return Done{};
    return save(list, connectionKey);
}

Result<Done> FileSavedTokens::save(const JsonList &list, const QString &connectionKey)
{
    const auto saved = m_file.save(list.in(m_file.object()));
    if (!saved)
        return saved.error();
    m_tokens = tokensFrom(list);
    Q_EMIT changed(connectionKey);
    return Done{};
}
