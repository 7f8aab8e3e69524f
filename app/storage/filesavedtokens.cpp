#include "app/storage/filesavedtokens.h"

#include <QJsonArray>

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

bool isEntryOf(const QJsonValue &entry, const QString &connectionKey, const QString &accountName)
{
    const auto token = tokenFrom(entry.toObject());
    return token.connectionKey == connectionKey && token.accountName == accountName;
}

qsizetype indexOf(const QJsonArray &list, const QString &connectionKey, const QString &accountName)
{
    for (qsizetype i = 0; i < list.size(); ++i) {
        if (isEntryOf(list.at(i), connectionKey, accountName))
            return i;
    }
    return -1;
}

QList<SavedToken> tokensFrom(const QJsonArray &list)
{
    QList<SavedToken> tokens;
    for (const QJsonValue &entry : list) {
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
    const auto list = m_file.object().value(listField);
    if (!list.isUndefined() && !list.isArray())
        m_file.reject();
    m_tokens = tokensFrom(list.toArray());
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
    auto list = m_file.object().value(listField).toArray();
    const auto index = indexOf(list, token.connectionKey, token.accountName);
    auto entry = index < 0 ? QJsonObject() : list.at(index).toObject();
    entry.insert(connectionField, token.connectionKey);
    entry.insert(nameField, token.accountName);
    entry.insert(idField, token.accountId);
    entry.insert(savedOnField, token.savedOn.toUTC().toString(Qt::ISODateWithMs));
    if (index < 0)
        list.append(entry);
    else
        list.replace(index, entry);
    return saveList(list, token.connectionKey);
}

Result<Done> FileSavedTokens::forget(const QString &connectionKey, const QString &accountName)
{
    auto list = m_file.object().value(listField).toArray();
    const auto index = indexOf(list, connectionKey, accountName);
    if (index < 0)
        return Done{};
    list.removeAt(index);
    return saveList(list, connectionKey);
}

Result<Done> FileSavedTokens::saveList(const QJsonArray &list, const QString &connectionKey)
{
    auto object = m_file.object();
    object.insert(listField, list);
    const auto saved = m_file.save(std::move(object));
    if (!saved)
        return saved.error();
    m_tokens = tokensFrom(list);
    Q_EMIT changed(connectionKey);
    return Done{};
}
