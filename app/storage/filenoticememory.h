#pragma once

#include "app/storage/jsonfile.h"
#include "models/ports/noticememory.h"

/// Which notices were given, in notices.json: ids of accounts and dates.
class FileNoticeMemory final : public NoticeMemory
{
public:
    explicit FileNoticeMemory(const QString &path);

    QList<GivenNotice> given(const QString &connectionKey) const override;
    Result<Done> keepGiven(const QString &connectionKey, const QList<GivenNotice> &given) override;

    /// What people should be told about the file, one sentence each.
    QStringList notices() const { return m_file.notices(); }

private:
    JsonFile m_file;
};
