#include "ui/style/menupainter.h"

#include "ui/style/controltraits.h"
#include "ui/style/icons.h"
#include "ui/style/metrics.h"
#include "ui/style/mirror.h"
#include "ui/style/paint.h"
#include "ui/style/tokens.h"
#include "ui/style/typography.h"

#include <QAction>
#include <QGuiApplication>
#include <QPainter>
#include <QStyle>
#include <QStyleOptionMenuItem>
#include <QWidget>

#include <algorithm>

namespace {

constexpr int sidePadding = 8;
constexpr int shortcutGap = 24;
constexpr int separatorHeight = 9;
constexpr int reasonGap = 2;
constexpr int barItemPadding = 10;

struct Words
{
    QString text;
    QString shortcut;
};

Words wordsOf(const QStyleOptionMenuItem *option)
{
    const QStringList parts = option->text.split(u'\t');
    return {parts.value(0), parts.value(1)};
}

/// The option of a menu item does not say which action it is of; its words do, they are unique in a menu.
const QAction *actionOf(const QStyleOptionMenuItem *option, const QWidget *menu)
{
    if (!menu)
        return nullptr;
    const QString text = wordsOf(option).text;
    const QList<QAction *> actions = menu->actions();
    const auto found = std::find_if(actions.cbegin(), actions.cend(), [&](const QAction *action) {
        return action->text().section(u'\t', 0, 0) == text;
    });
    return found == actions.cend() ? nullptr : *found;
}

int iconColumn(const QStyleOptionMenuItem *option)
{
    const bool needed = option->maxIconWidth > 0 || option->menuHasCheckableItems;
    return needed ? Metrics::iconSize + sidePadding + 2 : 0;
}

QString signOf(const QStyleOptionMenuItem *option)
{
    if (option->checkType != QStyleOptionMenuItem::NotCheckable)
        return option->checked ? QStringLiteral("check") : QString();
    return option->icon.name();
}

struct Inks
{
    QColor text;
    QColor icon;
    QColor shortcut;
};

Inks inksOf(const QStyleOptionMenuItem *option, const QAction *action)
{
    const QPalette &palette = option->palette;
    const QColor quiet = color(Token::Text2, palette);
    if (!option->state.testFlag(QStyle::State_Enabled)) {
        const QColor disabled = color(Token::DisabledText, palette);
        // The reason is a text that has to be read, so it is not in the disabled colour.
        return {disabled, disabled, quiet};
    }
    if (isBadAction(action)) {
        const QColor bad = color(Token::Bad, palette);
        return {bad, bad, quiet};
    }
    return {color(Token::Text, palette), quiet, quiet};
}

void separator(QPainter *painter, const QStyleOptionMenuItem *option)
{
    const QRect &rect = option->rect;
    painter->fillRect(QRect(rect.x() + sidePadding / 2, rect.center().y(), rect.width() - sidePadding, 1),
                      color(Token::Line, option->palette));
}

} // namespace

namespace MenuPainter {

bool roundCorners()
{
    return QGuiApplication::platformName() != QLatin1String("xcb");
}

void popupPanel(QPainter *painter, const QStyleOption *option)
{
    const int radius = roundCorners() ? Metrics::boxRadius : 0;
    const QColor fill = color(Token::Raised, option->palette);
    const QColor edge = color(Token::Border, option->palette);
    if (radius > 0) {
        Paint::box(painter, option->rect, radius, fill, edge);
        return;
    }
    painter->fillRect(option->rect, edge);
    painter->fillRect(option->rect.adjusted(1, 1, -1, -1), fill);
}

void barItem(QPainter *painter, const QStyleOptionMenuItem *option, const QStyle *style,
             const QWidget *widget)
{
    painter->fillRect(option->rect, color(Token::Window, option->palette));
    painter->fillRect(QRect(option->rect.x(), option->rect.bottom(), option->rect.width(), 1),
                      color(Token::Line, option->palette));
    const bool enabled = option->state.testFlag(QStyle::State_Enabled);
    if (enabled && option->state.testAnyFlags(QStyle::State_Sunken | QStyle::State_Selected))
        Paint::box(painter, option->rect.adjusted(0, 2, 0, -2), Metrics::controlRadius,
                   color(option->state.testFlag(QStyle::State_Sunken) ? Token::Pressed : Token::Fill,
                         option->palette));
    painter->setPen(color(enabled ? Token::Text : Token::DisabledText, option->palette));
    painter->drawText(option->rect,
                      Qt::AlignCenter | Qt::TextSingleLine | Paint::mnemonicFlag(option, widget, style),
                      option->text);
}

void item(QPainter *painter, const QStyleOptionMenuItem *option, const QStyle *style, const QWidget *widget)
{
    if (option->menuItemType == QStyleOptionMenuItem::Separator) {
        separator(painter, option);
        return;
    }
    const QAction *action = actionOf(option, widget);
    const Inks inks = inksOf(option, action);
    const bool current =
        option->state.testFlag(QStyle::State_Selected) && option->state.testFlag(QStyle::State_Enabled);
    if (current)
        Paint::box(painter, option->rect, Metrics::controlRadius, color(Token::Tint, option->palette));

    const QRect inner = option->rect.adjusted(sidePadding, 0, -sidePadding, 0);
    const Mirror visual(option->direction, option->rect);
    const QString reason = forbiddenReason(action);
    const int reasonHeight =
        reason.isEmpty() ? 0 : QFontMetrics(font(TextStyle::Caption)).height() + reasonGap;
    const QRect firstLine(inner.x(), inner.y(), inner.width(), inner.height() - reasonHeight);
    const QString sign = signOf(option);
    if (!sign.isEmpty())
        Icons::paint(painter,
                     visual(QRect(firstLine.x(), firstLine.y(), Metrics::iconSize, firstLine.height())), sign,
                     inks.icon);

    const Words words = wordsOf(option);
    const int column = iconColumn(option);
    const QRect textRect = firstLine.adjusted(column, 0, 0, 0);
    painter->setFont(option->font);
    painter->setPen(inks.text);
    painter->drawText(visual(textRect),
                      static_cast<int>(visual.leading() | Qt::AlignVCenter) | Qt::TextSingleLine |
                          Paint::mnemonicFlag(option, widget, style),
                      words.text);
    Paint::line(painter, visual(textRect), visual.trailing(), words.shortcut, font(TextStyle::Caption),
                inks.shortcut);
    if (!reason.isEmpty()) {
        const QRect second(textRect.x(), firstLine.bottom() - reasonGap, textRect.width(),
                           reasonHeight + reasonGap);
        Paint::line(painter, visual(second), visual.leading(), reason, font(TextStyle::Caption),
                    inks.shortcut);
    }
    if (option->menuItemType == QStyleOptionMenuItem::SubMenu)
        Icons::paint(painter,
                     visual(QRect(inner.right() - Metrics::iconSize + 1, firstLine.y(), Metrics::iconSize,
                                  firstLine.height())),
                     option->direction == Qt::RightToLeft ? QStringLiteral("chevron-left")
                                                          : QStringLiteral("chevron-right"),
                     inks.icon);
}

QSize itemSize(const QStyleOptionMenuItem *option, const QWidget *widget)
{
    if (option->menuItemType == QStyleOptionMenuItem::Separator)
        // Not of width 0: QMenu leaves out what is empty.
        return {2 * sidePadding, separatorHeight};
    const QFontMetrics metrics(option->font);
    const QFontMetrics small(font(TextStyle::Caption));
    const Words words = wordsOf(option);
    int width = metrics.size(Qt::TextShowMnemonic, words.text).width();
    if (!words.shortcut.isEmpty())
        width += shortcutGap + small.horizontalAdvance(words.shortcut);
    if (option->menuItemType == QStyleOptionMenuItem::SubMenu)
        width += shortcutGap;
    int height = std::max(Metrics::menuRowHeight, metrics.height() + sidePadding);
    const QString reason = forbiddenReason(actionOf(option, widget));
    if (!reason.isEmpty()) {
        width = std::max(width, small.horizontalAdvance(reason));
        height += small.height() + reasonGap;
    }
    return {width + iconColumn(option) + 2 * sidePadding, height};
}

QSize barItemSize(const QStyleOptionMenuItem *option)
{
    const QSize text = option->fontMetrics.size(Qt::TextShowMnemonic, option->text);
    return {text.width() + 2 * barItemPadding, std::max(Metrics::menuBarHeight, text.height() + sidePadding)};
}

} // namespace MenuPainter
