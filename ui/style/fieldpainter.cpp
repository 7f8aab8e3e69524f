#include "ui/style/fieldpainter.h"

#include "ui/style/controltraits.h"
#include "ui/style/focusring.h"
#include "ui/style/icons.h"
#include "ui/style/metrics.h"
#include "ui/style/paint.h"
#include "ui/style/tokens.h"

#include <QPainter>
#include <QStyleOption>
#include <QWidget>

namespace {

constexpr int markSize = 16;
constexpr int markRadius = 4;
constexpr int ringSize = 22;
constexpr int tickSize = 14;
constexpr int dotSize = 6;
/// Where the mark of a card begins.
constexpr QPoint cardMark(9, 8);

QRect centred(const QRect &area, int size)
{
    return {area.x() + (area.width() - size) / 2, area.y() + (area.height() - size) / 2, size, size};
}

struct MarkColors
{
    QColor fill;
    QColor edge;
    QColor sign;
};

MarkColors markColors(const QStyleOption *option)
{
    const QPalette &palette = option->palette;
    const bool enabled = option->state.testFlag(QStyle::State_Enabled);
    const bool on = option->state.testFlag(QStyle::State_On);
    if (!enabled)
        return {color(on ? Token::DisabledLine : Token::DisabledFill, palette),
                color(Token::DisabledLine, palette), color(Token::DisabledText, palette)};
    if (on)
        return {color(Token::Accent, palette), color(Token::Accent, palette),
                color(Token::OnAccent, palette)};
    return {color(Token::Window, palette), color(Token::Border, palette), {}};
}

void ringRound(QPainter *painter, const QStyleOption *option, const QWidget *widget, double radius)
{
    if (FocusRing::isShown(option, widget))
        Paint::focusRing(painter, centred(option->rect, ringSize), radius,
                         color(Token::Focus, option->palette));
}

} // namespace

namespace FieldPainter {

void field(QPainter *painter, const QRect &rect, const State &state, const QPalette &palette)
{
    Token fill = state.readOnly ? Token::Sunken : Token::Window;
    Token edge = Token::Border;
    double width = Metrics::edge;
    if (!state.enabled) {
        fill = Token::DisabledFill;
        edge = Token::DisabledLine;
    } else if (state.invalid) {
        edge = Token::BadLine;
        width = state.focused ? Paint::focusWidth(palette) : Metrics::chosenEdge;
    } else if (state.focused) {
        edge = Token::Focus;
        width = Paint::focusWidth(palette);
    }
    Paint::box(painter, rect, Metrics::controlRadius, color(fill, palette), color(edge, palette), width);
}

void lineEdit(QPainter *painter, const QStyleOption *option, const QWidget *widget)
{
    if (isFlatField(widget)) {
        if (option->state.testFlag(QStyle::State_HasFocus))
            painter->fillRect(QRect(option->rect.x(), option->rect.bottom(), option->rect.width(), 1),
                              color(Token::Focus, option->palette));
        return;
    }
    field(painter, option->rect,
          {option->state.testFlag(QStyle::State_Enabled), option->state.testFlag(QStyle::State_HasFocus),
           isInvalid(widget), option->state.testFlag(QStyle::State_ReadOnly)},
          option->palette);
}

void checkBox(QPainter *painter, const QStyleOption *option, const QWidget *widget)
{
    const MarkColors colors = markColors(option);
    const QRect mark = centred(option->rect, markSize);
    Paint::box(painter, mark, markRadius, colors.fill, colors.edge);
    if (option->state.testFlag(QStyle::State_On))
        Icons::paint(painter, mark, QStringLiteral("check"), colors.sign, tickSize);
    ringRound(painter, option, widget, Metrics::controlRadius);
}

void choice(QPainter *painter, const QStyleOption *option, const QWidget *widget)
{
    const MarkColors colors = markColors(option);
    const QRect mark = centred(option->rect, markSize);
    Paint::box(painter, mark, markSize / 2.0, colors.fill, colors.edge);
    if (option->state.testFlag(QStyle::State_On))
        Paint::box(painter, centred(option->rect, dotSize), dotSize / 2.0, colors.sign);
    ringRound(painter, option, widget, ringSize / 2.0);
}

void card(QPainter *painter, const QStyleOption *option, const QWidget *widget)
{
    const bool enabled = option->state.testFlag(QStyle::State_Enabled);
    const bool on = option->state.testFlag(QStyle::State_On);
    const bool focused = FocusRing::isShown(option, widget);
    const bool hovered = option->state.testFlag(QStyle::State_MouseOver);
    Token fill = hovered ? Token::Hover : Token::Raised;
    Token edge = Token::Border;
    double width = Metrics::edge;
    if (!enabled) {
        fill = Token::DisabledFill;
        edge = Token::DisabledLine;
    } else if (on) {
        fill = Token::Tint;
        edge = Token::Focus;
        width = Metrics::chosenEdge;
    }
    if (focused) {
        edge = Token::Focus;
        width = Paint::focusWidth(option->palette);
    }
    Paint::box(painter, option->rect, Metrics::boxRadius, color(fill, option->palette),
               color(edge, option->palette), width);

    // The focus is shown by the card's own edge.
    QStyleOption mark = *option;
    mark.state &= ~QStyle::State_HasFocus;
    mark.rect = QStyle::visualRect(option->direction, option->rect,
                                   QRect(option->rect.topLeft() + cardMark, QSize(ringSize, ringSize)));
    choice(painter, &mark, widget);
}

} // namespace FieldPainter
