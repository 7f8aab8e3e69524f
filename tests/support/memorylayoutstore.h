#pragma once

#include "models/ports/layoutstore.h"

#include <QHash>

/// How windows were left, in memory.
class MemoryLayoutStore final : public LayoutStore
{
public:
    PageLayout page(const QString &connectionKey) const override { return m_pages.value(connectionKey); }

    Result<Done> keepPage(const QString &connectionKey, const PageLayout &layout) override
    {
        m_pages.insert(connectionKey, layout);
        return Done{};
    }

    QByteArray windowGeometry() const override { return m_geometry; }

    Result<Done> keepWindowGeometry(const QByteArray &geometry) override
    {
        m_geometry = geometry;
        return Done{};
    }

private:
    QHash<QString, PageLayout> m_pages;
    QByteArray m_geometry;
};
