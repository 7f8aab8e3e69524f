#include "ui/widgets/siderow.h"

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

constexpr int padding = 11;
constexpr int iconGap = 10;

} // namespace

SideRow::SideRow(const QString &iconName, const QString &word, QWidget *parent)
    : QPushButton(word, parent)
    , m_iconName(iconName)
{
    setAutoDefault(false);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void SideRow::setCompact(bool compact)
{
    m_isCompact = compact;
    setToolTip(compact ? text() : QString());
    updateGeometry();
    update();
}

QSize SideRow::sizeHint() const
{
    const QFontMetrics metrics(::font(TextStyle::Label));
    const int word = m_isCompact ? 0 : iconGap + metrics.horizontalAdvance(text());
    return {2 * padding + Metrics::iconSize + word,
            std::max(Metrics::controlHeight, metrics.height() + 2 * Metrics::iconGap)};
}

QSize SideRow::minimumSizeHint() const
{
    return {2 * padding + Metrics::iconSize, sizeHint().height()};
}

void SideRow::paintEvent(QPaintEvent * /*event*/)
{
    QStyleOptionButton option;
    initStyleOption(&option);
    QPainter painter(this);
    if (option.state.testFlag(QStyle::State_Sunken))
        Paint::box(&painter, rect(), Metrics::controlRadius, color(Token::Pressed, palette()));
    else if (option.state.testFlag(QStyle::State_MouseOver))
        Paint::box(&painter, rect(), Metrics::controlRadius, color(Token::Fill, palette()));
    if (FocusRing::isShown(&option, this))
        Paint::focusRing(&painter, rect(), Metrics::controlRadius, color(Token::Focus, palette()));

    const int iconX = m_isCompact ? (width() - Metrics::iconSize) / 2 : padding;
    const Mirror visual(layoutDirection(), rect());
    Icons::paint(&painter, visual(QRect(iconX, 0, Metrics::iconSize, height())), m_iconName,
                 color(Token::Text2, palette()));
    if (m_isCompact)
        return;
    const int wordX = iconX + Metrics::iconSize + iconGap;
    Paint::line(&painter, visual(QRect(wordX, 0, width() - wordX - padding, height())), visual.leading(),
                text(), ::font(TextStyle::Label), color(Token::Text, palette()));
}
