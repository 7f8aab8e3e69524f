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

private:
    JsonFile m_file;
};
