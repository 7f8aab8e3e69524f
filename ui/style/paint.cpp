#include "ui/style/paint.h"

#include "ui/style/metrics.h"
#include "ui/style/tokens.h"

#include <QGuiApplication>
#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace Paint {

void box(QPainter *painter, const QRectF &rect, double radius, const QColor &fill, const QColor &edge,
         double edgeWidth)
{
    const bool antialiased = painter->testRenderHint(QPainter::Antialiasing);
    painter->setRenderHint(QPainter::Antialiasing);
    QRectF inner = rect;
    if (edge.isValid()) {
        const double inset = edgeWidth / 2;
        inner.adjust(inset, inset, -inset, -inset);
        radius = std::max(0.0, radius - inset);
        painter->setPen(QPen(edge, edgeWidth));
    } else {
        painter->setPen(Qt::NoPen);
    }
    painter->setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    painter->drawRoundedRect(inner, radius, radius);
    painter->setRenderHint(QPainter::Antialiasing, antialiased);
}

double focusWidth(const QPalette &palette)
{
    return isHighContrast(themeOf(palette)) ? Metrics::strongFocusEdge : Metrics::focusEdge;
}

void focusRing(QPainter *painter, const QRectF &rect, double radius, const QColor &ink)
{
    box(painter, rect, radius, {}, ink, focusWidth(QGuiApplication::palette()));
}

void selectionEdges(QPainter *painter, const QRect &row, const QPalette &palette)
{
    if (!isHighContrast(themeOf(palette)))
        return;
    const QColor ink = color(Token::Focus, palette);
    painter->fillRect(QRect(row.left(), row.top(), row.width(), 1), ink);
    painter->fillRect(QRect(row.left(), row.bottom(), row.width(), 1), ink);
}

int mnemonicFlag(const QStyleOption *option, const QWidget *widget, const QStyle *style)
{
    const bool underlined = style->styleHint(QStyle::SH_UnderlineShortcut, option, widget) != 0;
    return underlined ? Qt::TextShowMnemonic : Qt::TextHideMnemonic;
}

QString isolated(const QString &text)
{
    return QChar(0x2068) + text + QChar(0x2069);
}

void line(QPainter *painter, const QRect &rect, Qt::Alignment alignment, const QString &text,
          const QFont &font, const QColor &ink)
{
    painter->setFont(font);
    painter->setPen(ink);
    const QFontMetrics metrics = painter->fontMetrics();
    // elidedText() measures finer than horizontalAdvance(), which rounds: a text that fits just so would be
    // cut.
    const bool fits = metrics.horizontalAdvance(text) <= rect.width();
    const QString shown = fits ? text : metrics.elidedText(text, Qt::ElideRight, rect.width());
    painter->drawText(rect, static_cast<int>(alignment | Qt::AlignVCenter) | Qt::TextSingleLine,
                      isolated(shown));
}

} // namespace Paint
