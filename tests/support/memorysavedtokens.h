#pragma once

#include "models/ports/savedtokens.h"

/// The index of saved entries, in memory.
class MemorySavedTokens final : public SavedTokens
{
public:
    QList<SavedToken> entries(const QString &connectionKey) const override;
    std::optional<SavedToken> find(const QString &connectionKey, const QString &accountName) const override;
    Result<Done> record(const SavedToken &token) override;
    Result<Done> forget(const QString &connectionKey, const QString &accountName) override;

    /// record() and forget() fail with it and change nothing, until it is told otherwise.
    void failWith(const std::optional<Error> &error) { m_failure = error; }

private:
    void drop(const QString &connectionKey, const QString &accountName);

    QList<SavedToken> m_tokens;
    std::optional<Error> m_failure;
};
