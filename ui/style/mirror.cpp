#include "ui/style/mirror.h"

#include <QStyle>

QRect Mirror::operator()(const QRect &part) const
{
    return QStyle::visualRect(m_direction, m_whole, part);
}

Qt::Alignment Mirror::leading() const
{
    return QStyle::visualAlignment(m_direction, Qt::AlignLeft);
}

Qt::Alignment Mirror::trailing() const
{
    return QStyle::visualAlignment(m_direction, Qt::AlignRight);
}
