#pragma once

#include <QSize>

QT_BEGIN_NAMESPACE
class QPainter;
class QStyle;
class QStyleOption;
class QStyleOptionMenuItem;
class QWidget;
QT_END_NAMESPACE

/// Menu bars, menus and the ground of everything that pops up.
namespace MenuPainter {

/// Whether the window system can show round corners: not plain X11, where they would be black without a
/// compositor.
bool roundCorners();

void popupPanel(QPainter *painter, const QStyleOption *option);
void barItem(QPainter *painter, const QStyleOptionMenuItem *option, const QStyle *style,
             const QWidget *widget);
void item(QPainter *painter, const QStyleOptionMenuItem *option, const QStyle *style, const QWidget *widget);
QSize itemSize(const QStyleOptionMenuItem *option, const QWidget *widget);
QSize barItemSize(const QStyleOptionMenuItem *option);

} // namespace MenuPainter
