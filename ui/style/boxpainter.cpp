#include "ui/style/boxpainter.h"

#include "ui/style/buttonpainter.h"
#include "ui/style/focusring.h"
#include "ui/style/icons.h"
#include "ui/style/paint.h"
#include "ui/style/tokens.h"

#include <QPainter>
#include <QStyleOptionComboBox>
#include <QStyleOptionToolButton>
#include <QWidget>

namespace {

constexpr int padding = 13;
constexpr int chevronSize = 16;

} // namespace

namespace BoxPainter {

void comboBox(QPainter *painter, const QStyleOptionComboBox *option, const QWidget *widget)
{
    const auto colors = ButtonPainter::colors(ButtonKind::Plain, option->state, option->palette);
    ButtonPainter::panel(painter, option->rect, colors, false, FocusRing::isShown(option, widget),
                         option->palette);
    const QRect end(option->rect.right() - padding - chevronSize + 1, option->rect.y(), chevronSize,
                    option->rect.height());
    Icons::paint(painter, QStyle::visualRect(option->direction, option->rect, end),
                 QStringLiteral("chevron-down"), colors.icon, chevronSize);
}

void comboBoxLabel(QPainter *painter, const QStyleOptionComboBox *option)
{
    const auto colors = ButtonPainter::colors(ButtonKind::Plain, option->state, option->palette);
    const QRect text = option->rect.adjusted(padding, 0, -2 * padding - chevronSize, 0);
    Paint::line(painter, QStyle::visualRect(option->direction, option->rect, text),
                QStyle::visualAlignment(option->direction, Qt::AlignLeft), option->currentText,
                ButtonPainter::font(ButtonKind::Plain), colors.ink);
}

void toolButton(QPainter *painter, const QStyleOptionToolButton *option, const QWidget *widget)
{
    const auto colors = ButtonPainter::colors(ButtonKind::IconOnly, option->state, option->palette);
    ButtonPainter::panel(painter, option->rect, colors, false, FocusRing::isShown(option, widget),
                         option->palette);
    const bool withText = option->toolButtonStyle != Qt::ToolButtonIconOnly && !option->text.isEmpty();
    if (!withText) {
        Icons::paint(painter, option->rect, option->icon.name(), colors.icon);
        return;
    }
    painter->setPen(colors.ink);
    painter->drawText(option->rect, Qt::AlignCenter | Qt::TextHideMnemonic, option->text);
}

} // namespace BoxPainter
