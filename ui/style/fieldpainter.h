#pragma once

#include <QRect>

QT_BEGIN_NAMESPACE
class QPainter;
class QPalette;
class QStyleOption;
class QWidget;
QT_END_NAMESPACE

/// The ground of fields, and the marks of check boxes and choices.
namespace FieldPainter {

/// What a field's ground shows.
struct State
{
    bool enabled = true;
    bool focused = false;
    bool invalid = false;
    bool readOnly = false;
};

void field(QPainter *painter, const QRect &rect, const State &state, const QPalette &palette);
void lineEdit(QPainter *painter, const QStyleOption *option, const QWidget *widget);

/// In the 22 px indicator area @p option->rect: a 16 px box or disc, and the focus ring round it.
void checkBox(QPainter *painter, const QStyleOption *option, const QWidget *widget);
void choice(QPainter *painter, const QStyleOption *option, const QWidget *widget);

/// A card that can be chosen: edge 1, chosen 1.5 on tint, focus 2, with its mark at the leading top.
void card(QPainter *painter, const QStyleOption *option, const QWidget *widget);

} // namespace FieldPainter
