#include "ui/widgets/dropdownpainter.h"

#include "ui/style/buttonpainter.h"
#include "ui/style/focusring.h"
#include "ui/style/icons.h"
#include "ui/style/metrics.h"
#include "ui/style/mirror.h"
#include "ui/style/paint.h"
#include "ui/style/typography.h"

#include <QPainter>
#include <QPushButton>
#include <QStyleOptionButton>

#include <algorithm>

namespace {

constexpr int padding = 13;
constexpr int iconPadding = 9;
constexpr int chevronSize = 16;
constexpr int chevronGap = 4;

} // namespace

namespace DropDownPainter {

void paint(QPainter *painter, const QStyleOptionButton &option, const QPushButton *button,
           const QString &iconName, const QString &value)
{
    const auto colors = ButtonPainter::colors(ButtonKind::Plain, option.state, option.palette);
    const QRect rect = option.rect;
    ButtonPainter::panel(painter, rect, colors, false, FocusRing::isShown(&option, button), option.palette);

    QRect inner = rect.adjusted(iconName.isEmpty() ? padding : iconPadding, 0, -padding, 0);
    const Mirror visual(option.direction, rect);
    if (!iconName.isEmpty()) {
        Icons::paint(painter, visual(QRect(inner.x(), inner.y(), Metrics::iconSize, inner.height())),
                     iconName, colors.icon);
        inner.setLeft(inner.left() + Metrics::iconSize + Metrics::iconGap + 2);
    }
    Icons::paint(painter,
                 visual(QRect(inner.right() - chevronSize + 1, inner.y(), chevronSize, inner.height())),
                 QStringLiteral("chevron-down"), colors.icon, chevronSize);
    inner.setRight(inner.right() - chevronSize - chevronGap);
    Paint::line(painter, visual(inner), visual.leading(), value, font(TextStyle::Strong), colors.ink);
}

QSize size(const QString &iconName, const QString &value)
{
    const QFontMetrics metrics(font(TextStyle::Strong));
    const int icon = iconName.isEmpty() ? padding : iconPadding + Metrics::iconSize + Metrics::iconGap + 2;
    return {icon + metrics.horizontalAdvance(value) + chevronGap + chevronSize + padding,
            std::max(Metrics::controlHeight, metrics.height() + 2 * Metrics::iconGap)};
}

} // namespace DropDownPainter
