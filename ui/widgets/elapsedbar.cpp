#include "ui/widgets/elapsedbar.h"

#include "ui/style/paint.h"
#include "ui/style/tokens.h"

#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace {

constexpr int barHeight = 4;
constexpr double barRadius = barHeight / 2.0;

} // namespace

ElapsedBar::ElapsedBar(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ElapsedBar::setGone(double part)
{
    m_gone = std::clamp(part, 0.0, 1.0);
    update();
}

QSize ElapsedBar::sizeHint() const
{
    return {barHeight, barHeight};
}

void ElapsedBar::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    Paint::box(&painter, rect(), barRadius, color(Token::Fill, palette()), {});
    const QRect gone(0, 0, qRound(width() * m_gone), height());
    if (gone.width() > 0)
        Paint::box(&painter, QStyle::visualRect(layoutDirection(), rect(), gone), barRadius,
                   color(Token::Border, palette()), {});
}
