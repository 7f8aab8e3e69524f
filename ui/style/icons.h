#pragma once

#include "ui/style/tokens.h"

#include <QIcon>
#include <QPixmap>
#include <QString>

QT_BEGIN_NAMESPACE
class QPainter;
class QRect;
QT_END_NAMESPACE

/// Lucide icons from the resources, by their Lucide name: "key-round".
namespace Icons {

/// An icon whose colour is asked for when it is painted: @p normal in the current theme, or the disabled
/// colour. QIcon::name() is @p name; the style's buttons and menus paint it in the colour of their own text.
QIcon icon(const QString &name, Token normal = Token::Text2);

/// Cached by name, colour, size and ratio. Null for an unknown name.
/// @param size in logical pixels @param ratio device pixels for each logical one
QPixmap pixmap(const QString &name, const QColor &ink, int size, qreal ratio);

/// Paints at the painter's own pixel ratio, centred in @p rect.
void paint(QPainter *painter, const QRect &rect, const QString &name, const QColor &ink, int size = 16);

/// Called by ConsoleStyle on a change of theme.
void emptyCache();

/// The program's own icon, for windows and the desktop.
QIcon programIcon();

} // namespace Icons
