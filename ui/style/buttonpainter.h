#pragma once

#include "ui/style/controltraits.h"

#include <QColor>
#include <QFont>
#include <QSize>
#include <QStyle>

QT_BEGIN_NAMESPACE
class QPainter;
class QStyleOptionButton;
class QWidget;
QT_END_NAMESPACE

/// Push buttons and everything that looks like one.
namespace ButtonPainter {

/// What a button is painted with.
struct Colors
{
    /// Invalid: none.
    QColor fill;
    QColor edge;
    QColor ink;
    QColor icon;
};

Colors colors(ButtonKind kind, QStyle::State state, const QPalette &palette);
QFont font(ButtonKind kind);
bool isFilled(ButtonKind kind);

/// Fill, edge and focus ring.
void panel(QPainter *painter, const QRect &rect, const Colors &colors, bool filled, bool focused,
           const QPalette &palette);

void drawPanel(QPainter *painter, const QStyleOptionButton *option, const QWidget *widget);
void drawLabel(QPainter *painter, const QStyleOptionButton *option, const QWidget *widget,
               const QStyle *style);
QSize size(const QStyleOptionButton *option, const QWidget *widget);

} // namespace ButtonPainter
