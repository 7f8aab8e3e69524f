#pragma once

#include <QColor>
#include <QFont>
#include <QRect>
#include <QStringList>

QT_BEGIN_NAMESPACE
class QPainter;
QT_END_NAMESPACE

/// One line of text with a mark behind each place where a searched word occurs.
namespace MarkedText {

/// How text and marks are painted.
struct Look
{
    QFont font;
    QColor ink;
    QColor mark;
};

/// Vertically centred, elided at its end; what the "…" took away is not marked. @p alignment is visual.
void line(QPainter *painter, const QRect &rect, Qt::Alignment alignment, const QString &text,
          const QStringList &words, const Look &look);

} // namespace MarkedText
