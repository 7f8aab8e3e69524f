#include "ui/connections/connectiondelegate.h"

#include "ui/connections/connectionlistmodel.h"
#include "ui/style/icons.h"
#include "ui/style/metrics.h"
#include "ui/style/mirror.h"
#include "ui/style/paint.h"
#include "ui/style/tokens.h"
#include "ui/style/typography.h"

#include <QPainter>

#include <algorithm>

namespace {

constexpr int leastHeight = 48;
constexpr int padding = 10;
constexpr int textGap = 10;
constexpr int lineGap = 1;

} // namespace

void ConnectionDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                               const QModelIndex &index) const
{
    const bool isChosen = option.state.testFlag(QStyle::State_Selected);
    if (isChosen || option.state.testFlag(QStyle::State_MouseOver))
        Paint::box(painter, option.rect, Metrics::controlRadius,
                   color(isChosen ? Token::Tint : Token::Fill, option.palette));
    if (isChosen && option.state.testFlag(QStyle::State_HasFocus))
        Paint::focusRing(painter, option.rect, Metrics::controlRadius, color(Token::Focus, option.palette));

    const Mirror visual(option.direction, option.rect);
    QRect inner = option.rect.adjusted(padding, 0, -padding, 0);
    Icons::paint(painter, visual(QRect(inner.x(), inner.y(), Metrics::iconSize, inner.height())),
                 index.data(ConnectionListModel::IconRole).toString(),
                 color(isChosen ? Token::AccentText : Token::Text2, option.palette));
    inner.setLeft(inner.left() + Metrics::iconSize + textGap);

    const QString stateIcon = index.data(ConnectionListModel::StateIconRole).toString();
    if (!stateIcon.isEmpty()) {
        const auto ink = index.data(ConnectionListModel::StateInkRole).value<Token>();
        const QRect at(inner.right() - Metrics::iconSize + 1, inner.y(), Metrics::iconSize, inner.height());
        Icons::paint(painter, visual(at), stateIcon, color(ink, option.palette));
        inner.setRight(at.left() - Metrics::iconGap);
    }

    const QFont strong = ::font(TextStyle::Strong);
    const QFont small = ::font(TextStyle::Caption);
    const int first = QFontMetrics(strong).height();
    const int second = QFontMetrics(small).height();
    const int top = inner.y() + (inner.height() - first - lineGap - second) / 2;
    Paint::line(painter, visual(QRect(inner.x(), top, inner.width(), first)), visual.leading(),
                index.data(ConnectionListModel::NameRole).toString(), strong,
                color(Token::Text, option.palette));
    Paint::line(painter, visual(QRect(inner.x(), top + first + lineGap, inner.width(), second)),
                visual.leading(), index.data(ConnectionListModel::SecondLineRole).toString(), small,
                color(Token::Text2, option.palette));
}

QSize ConnectionDelegate::sizeHint(const QStyleOptionViewItem & /*option*/,
                                   const QModelIndex & /*index*/) const
{
    const int text = QFontMetrics(::font(TextStyle::Strong)).height() + lineGap +
                     QFontMetrics(::font(TextStyle::Caption)).height();
    return {0, std::max(leastHeight, text + padding)};
}
