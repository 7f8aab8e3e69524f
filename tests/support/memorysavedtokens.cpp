#include "tests/support/memorysavedtokens.h"

QList<SavedToken> MemorySavedTokens::entries(const QString &connectionKey) const
{
    QList<SavedToken> result;
    for (const SavedToken &token : m_tokens) {
        if (token.connectionKey == connectionKey)
            result.append(token);
    }
    return result;
}

std::optional<SavedToken> MemorySavedTokens::find(const QString &connectionKey,
                                                  const QString &accountName) const
{
    for (const SavedToken &token : m_tokens) {
        if (token.connectionKey == connectionKey && token.accountName == accountName)
            return token;
    }
    return std::nullopt;
}

Result<Done> MemorySavedTokens::record(const SavedToken &token)
{
    if (m_failure)
        return *m_failure;
    drop(token.connectionKey, token.accountName);
    m_tokens.append(token);
    Q_EMIT changed(token.connectionKey);
    return Done();
}

Result<Done> MemorySavedTokens::forget(const QString &connectionKey, const QString &accountName)
{
    if (m_failure)
        return *m_failure;
    drop(connectionKey, accountName);
    Q_EMIT changed(connectionKey);
    return Done();
}

void MemorySavedTokens::drop(const QString &connectionKey, const QString &accountName)
{
    m_tokens.removeIf([&](const SavedToken &token) {
        return token.connectionKey == connectionKey && token.accountName == accountName;
    });
}
