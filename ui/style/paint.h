#pragma once

#include <QColor>
#include <QFont>
#include <QRect>
#include <QString>

QT_BEGIN_NAMESPACE
class QPainter;
class QPalette;
class QStyle;
class QStyleOption;
class QWidget;
QT_END_NAMESPACE

/// The few shapes that everything is painted with. Sharp at every ratio: straight lines are filled
/// rectangles, rounded edges are antialiased and inset by half their width.
namespace Paint {

/// A rounded rectangle. An invalid colour leaves fill or edge out. @p edgeWidth in logical pixels, inside @p
/// rect.
void box(QPainter *painter, const QRectF &rect, double radius, const QColor &fill, const QColor &edge = {},
         double edgeWidth = 1);

/// Of the edge of what has the focus, in logical pixels: 2, and 3 in high contrast.
double focusWidth(const QPalette &palette);

/// The ring just inside the control's rectangle. Its width is that of the application's theme.
void focusRing(QPainter *painter, const QRectF &rect, double radius, const QColor &ink);

/// Lines above and below a selected row: in high contrast its ground alone would not tell it. Paints nothing
/// in the other themes.
void selectionEdges(QPainter *painter, const QRect &row, const QPalette &palette);

/// One line of text, vertically centred, elided at its end and isolated (U+2068 … U+2069), so that a name of
/// the other direction stays in one piece. @p alignment is already visual.
void line(QPainter *painter, const QRect &rect, Qt::Alignment alignment, const QString &text,
          const QFont &font, const QColor &ink);

/// The flag for a text with "&" in it: the letter underlined, or not as long as nobody uses the keyboard for
/// it.
int mnemonicFlag(const QStyleOption *option, const QWidget *widget, const QStyle *style);

/// @p text between U+2068 and U+2069.
QString isolated(const QString &text);

} // namespace Paint
