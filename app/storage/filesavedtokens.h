#pragma once

#include "app/storage/jsonfile.h"
#include "app/storage/jsonlist.h"
#include "models/ports/savedtokens.h"

/// The index of saved entries in saved-tokens.json. The file is read when this is made, and is written by no
/// other process: DataFolder sees to that.
class FileSavedTokens final : public SavedTokens
{
    Q_OBJECT
public:
    explicit FileSavedTokens(const QString &path);

    QList<SavedToken> entries(const QString &connectionKey) const override;
    std::optional<SavedToken> find(const QString &connectionKey, const QString &accountName) const override;
    Result<Done> record(const SavedToken &token) override;
    Result<Done> forget(const QString &connectionKey, const QString &accountName) override;

    /// What people should be told about the file, one sentence each.
    QStringList notices() const { return m_file.notices(); }

private:
    Result<Done> save(const JsonList &list, const QString &connectionKey);

    JsonFile m_file;
    QList<SavedToken> m_tokens;
};
