#include "ui/style/buttonpainter.h"

#include "ui/style/focusring.h"
#include "ui/style/icons.h"
#include "ui/style/metrics.h"
#include "ui/style/paint.h"
#include "ui/style/tokens.h"
#include "ui/style/typography.h"

#include <QPainter>
#include <QStyleOptionButton>

#include <algorithm>

namespace {

constexpr int padding = 13;
constexpr int quietPadding = 8;
constexpr double innerRingInset = 2;
constexpr double innerRingWidth = 1.5;

bool isFlat(ButtonKind kind)
{
    return kind == ButtonKind::Quiet || kind == ButtonKind::Link;
}

int paddingOf(ButtonKind kind)
{
    return isFlat(kind) ? quietPadding : padding;
}

struct Fills
{
    Token rest;
    Token hover;
    Token pressed;
};

QColor pick(const Fills &fills, QStyle::State state, const QPalette &palette)
{
    if (state.testFlag(QStyle::State_Sunken) || state.testFlag(QStyle::State_On))
        return color(fills.pressed, palette);
    return color(state.testFlag(QStyle::State_MouseOver) ? fills.hover : fills.rest, palette);
}

ButtonPainter::Colors disabledColors(ButtonKind kind, const QPalette &palette)
{
    const QColor ink = color(Token::DisabledText, palette);
    if (isFlat(kind) || kind == ButtonKind::IconOnly)
        return {{}, {}, ink, ink};
    return {color(Token::DisabledFill, palette), color(Token::DisabledLine, palette), ink, ink};
}

} // namespace

namespace ButtonPainter {

bool isFilled(ButtonKind kind)
{
    return kind == ButtonKind::Primary || kind == ButtonKind::Destructive;
}

QFont font(ButtonKind kind)
{
    return ::font(isFilled(kind) ? TextStyle::Strong : TextStyle::Label);
}

Colors colors(ButtonKind kind, QStyle::State state, const QPalette &palette)
{
    if (!state.testFlag(QStyle::State_Enabled))
        return disabledColors(kind, palette);
    const QColor onAccent = color(Token::OnAccent, palette);
    const QColor quiet = color(Token::Text2, palette);
    switch (kind) {
    case ButtonKind::Primary:
        return {pick({Token::Accent, Token::AccentHover, Token::AccentPressed}, state, palette),
                {},
                onAccent,
                onAccent};
    case ButtonKind::Destructive:
        return {
            pick({Token::BadFill, Token::BadHover, Token::BadHover}, state, palette), {}, onAccent, onAccent};
    case ButtonKind::Quiet:
    case ButtonKind::Link:
    case ButtonKind::IconOnly: {
        // What is on shows by its ink: what it switched on can be seen.
        const bool isOn = state.testFlag(QStyle::State_On);
        const QStyle::State shown = state & ~QStyle::State(QStyle::State_On);
        const bool atRest = !shown.testAnyFlags(QStyle::State_Sunken | QStyle::State_MouseOver);
        const QColor fill = pick({Token::Fill, Token::Fill, Token::Pressed}, shown, palette);
        const QColor ink = isOn || kind == ButtonKind::Link ? color(Token::AccentText, palette) : quiet;
        return {atRest ? QColor() : fill, {}, ink, ink};
    }
    case ButtonKind::Plain:
    case ButtonKind::PlainBad:
        break;
    }
    const bool bad = kind == ButtonKind::PlainBad;
    const QColor badInk = color(Token::Bad, palette);
    return {pick({Token::Raised, Token::Fill, Token::Pressed}, state, palette), color(Token::Border, palette),
            bad ? badInk : color(Token::Text, palette), bad ? badInk : quiet};
}

void panel(QPainter *painter, const QRect &rect, const Colors &colors, bool filled, bool focused,
           const QPalette &palette)
{
    Paint::box(painter, rect, Metrics::controlRadius, colors.fill, colors.edge);
    if (!focused)
        return;
    Paint::focusRing(painter, rect, Metrics::controlRadius, color(Token::Focus, palette));
    if (filled) {
        const QRectF inner =
            QRectF(rect).adjusted(innerRingInset, innerRingInset, -innerRingInset, -innerRingInset);
        Paint::box(painter, inner, Metrics::controlRadius - innerRingInset, {},
                   color(Token::OnAccent, palette), innerRingWidth);
    }
}

void drawPanel(QPainter *painter, const QStyleOptionButton *option, const QWidget *widget)
{
    const ButtonKind kind = buttonKind(widget);
    panel(painter, option->rect, colors(kind, option->state, option->palette), isFilled(kind),
          FocusRing::isShown(option, widget), option->palette);
}

void drawLabel(QPainter *painter, const QStyleOptionButton *option, const QWidget *widget,
               const QStyle *style)
{
    const ButtonKind kind = buttonKind(widget);
    const Colors inks = colors(kind, option->state, option->palette);
    if (kind == ButtonKind::IconOnly) {
        Icons::paint(painter, option->rect, option->icon.name(), inks.icon);
        return;
    }
    painter->setFont(font(kind));
    painter->setPen(inks.ink);
    const int mnemonic = Paint::mnemonicFlag(option, widget, style);
    const bool withIcon = !option->icon.isNull();
    const int iconRoom = withIcon ? Metrics::iconSize + Metrics::iconGap : 0;
    const int room = option->rect.width() - 2 * paddingOf(kind) - iconRoom;
    const QFontMetrics metrics = painter->fontMetrics();
    QString text = option->text;
    if (metrics.size(mnemonic, text).width() > room)
        text = metrics.elidedText(text, Qt::ElideRight, std::max(0, room), mnemonic);
    const int textWidth = metrics.size(mnemonic, text).width();
    const int left = option->rect.x() + (option->rect.width() - iconRoom - textWidth) / 2;
    const QRect iconRect(left, option->rect.y(), Metrics::iconSize, option->rect.height());
    const QRect textRect(left + iconRoom, option->rect.y(), textWidth, option->rect.height());
    if (withIcon)
        Icons::paint(painter, QStyle::visualRect(option->direction, option->rect, iconRect),
                     option->icon.name(), inks.icon);
    painter->drawText(QStyle::visualRect(option->direction, option->rect, textRect),
                      Qt::AlignCenter | Qt::TextSingleLine | mnemonic, text);
}

QSize size(const QStyleOptionButton *option, const QWidget *widget)
{
    const ButtonKind kind = buttonKind(widget);
    if (kind == ButtonKind::IconOnly)
        return {Metrics::controlHeight, Metrics::controlHeight};
    const QFontMetrics metrics(font(kind));
    const QSize text = metrics.size(Qt::TextShowMnemonic, option->text);
    const int iconRoom = option->icon.isNull() ? 0 : Metrics::iconSize + Metrics::iconGap;
    return {text.width() + iconRoom + 2 * paddingOf(kind),
            std::max(Metrics::controlHeight, text.height() + 2 * Metrics::iconGap)};
}

} // namespace ButtonPainter
