#include "ui/widgets/filterbutton.h"

#include "ui/style/buttonpainter.h"
#include "ui/style/focusring.h"
#include "ui/style/icons.h"
#include "ui/style/metrics.h"
#include "ui/style/mirror.h"
#include "ui/style/paint.h"
#include "ui/style/tokens.h"
#include "ui/style/typography.h"

#include <QPainter>
#include <QStyleOptionButton>

#include <algorithm>

namespace {

constexpr int padding = 12;
constexpr int valueGap = 8;
constexpr int chevronGap = 4;
constexpr int chevronSize = 16;
constexpr int longestValue = 140;

} // namespace

FilterButton::FilterButton(const QString &word, QWidget *parent)
    : MenuButton(word, parent)
{
    setText(word);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QString FilterButton::shownValue() const
{
    return QFontMetrics(::font(TextStyle::ColumnHead)).elidedText(value(), Qt::ElideRight, longestValue);
}

QSize FilterButton::sizeHint() const
{
    const QFontMetrics metrics(::font(TextStyle::Label));
    int width = 2 * padding + metrics.horizontalAdvance(text()) + chevronGap + chevronSize;
    if (!value().isEmpty())
        width += valueGap + QFontMetrics(::font(TextStyle::ColumnHead)).horizontalAdvance(shownValue());
    return {width, std::max(Metrics::controlHeight, metrics.height() + 2 * Metrics::iconGap)};
}

void FilterButton::paintEvent(QPaintEvent *)
{
    QStyleOptionButton option;
    initStyleOption(&option);
    QPainter painter(this);
    auto colors = ButtonPainter::colors(ButtonKind::Plain, option.state, option.palette);
    const bool set = !value().isEmpty() && isEnabled();
    if (set) {
        const bool active = option.state & (QStyle::State_MouseOver | QStyle::State_Sunken);
        colors.fill = color(active ? Token::TintStrong : Token::Tint, option.palette);
        colors.edge = color(Token::Focus, option.palette);
        colors.ink = color(Token::AccentText, option.palette);
        colors.icon = colors.ink;
    }
    ButtonPainter::panel(&painter, rect(), colors, false, FocusRing::isShown(&option, this), option.palette);

    const Mirror visual(layoutDirection(), rect());
    QRect inner = rect().adjusted(padding, 0, -padding, 0);
    Icons::paint(&painter,
                 visual(QRect(inner.right() - chevronSize + 1, inner.y(), chevronSize, inner.height())),
                 QStringLiteral("chevron-down"), colors.icon, chevronSize);
    inner.setRight(inner.right() - chevronSize - chevronGap);
    Paint::line(&painter, visual(inner), visual.leading(), text(), ::font(TextStyle::Label), colors.ink);
    if (set) {
        const int word = QFontMetrics(::font(TextStyle::Label)).horizontalAdvance(text());
        inner.setLeft(inner.left() + word + valueGap);
        Paint::line(&painter, visual(inner), visual.leading(), shownValue(), ::font(TextStyle::ColumnHead),
                    colors.ink);
    }
}
