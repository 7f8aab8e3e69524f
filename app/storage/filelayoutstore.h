#pragma once

#include "app/storage/jsonfile.h"
#include "models/ports/layoutstore.h"

/// How windows were left, in layouts.json.
class FileLayoutStore final : public LayoutStore
{
public:
    explicit FileLayoutStore(const QString &path);

    PageLayout page(const QString &connectionKey) const override;
    Result<Done> keepPage(const QString &connectionKey, const PageLayout &layout) override;
    QByteArray windowGeometry() const override;
    Result<Done> keepWindowGeometry(const QByteArray &geometry) override;

    /// What people should be told about the file, one sentence each.
    QStringList notices() const { return m_file.notices(); }

private:
    JsonFile m_file;
};
