#pragma once

#include "app/storage/jsonfile.h"
#include "models/ports/journal.h"

/// The journal in journal.json. The file is read when this is made, and is written by no other process:
/// DataFolder sees to that.
class FileJournal final : public Journal
{
public:
    explicit FileJournal(const QString &path);

    QList<JournalEntry> entries() const override;
    Result<Done> keep(const JournalEntry &entry) override;
    Result<Done> drop(const QString &idempotencyKey) override;

    /// What people should be told about the file, one sentence each.
    QStringList notices() const { return m_file.notices(); }

private:
    JsonFile m_file;
};
