#pragma once

#include <QRect>
#include <Qt>

/// What was laid out from the left within a rectangle, as it stands in the direction that a person reads.
class Mirror
{
public:
    Mirror(Qt::LayoutDirection direction, const QRect &whole)
        : m_direction(direction)
        , m_whole(whole)
    {
    }

    QRect operator()(const QRect &part) const;
    Qt::Alignment leading() const;
    Qt::Alignment trailing() const;

private:
    Qt::LayoutDirection m_direction;
    QRect m_whole;
};
