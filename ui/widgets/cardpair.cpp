#include "ui/widgets/cardpair.h"

#include "ui/style/mirror.h"

#include <QEvent>
#include <QLayout>

#include <algorithm>

namespace {

int heightOf(const QWidget *widget, int width)
{
    if (QLayout *layout = widget->layout(); layout && layout->hasHeightForWidth())
        return layout->totalHeightForWidth(width);
    const int height =
        widget->hasHeightForWidth() ? widget->heightForWidth(width) : widget->sizeHint().height();
    return std::max(height, widget->minimumHeight());
}

} // namespace

CardPair::CardPair(QWidget *first, QWidget *second, int stackUnder, int gap, QWidget *parent)
    : QWidget(parent)
    , m_first(first)
    , m_second(second)
    , m_stackUnder(stackUnder)
    , m_gap(gap)
{
    m_first->setParent(this);
    m_second->setParent(this);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

int CardPair::heightForWidth(int width) const
{
    if (width < m_stackUnder)
        return heightOf(m_first, width) + m_gap + heightOf(m_second, width);
    const int half = (width - m_gap) / 2;
    return std::max(heightOf(m_first, half), heightOf(m_second, half));
}

QSize CardPair::sizeHint() const
{
    const int width = 2 * std::max(m_first->sizeHint().width(), m_second->sizeHint().width()) + m_gap;
    return {width, heightForWidth(width)};
}

QSize CardPair::minimumSizeHint() const
{
    const int one = std::max(m_first->minimumSizeHint().width(), m_second->minimumSizeHint().width());
    const int width = m_stackUnder > 0 ? one : 2 * one + m_gap;
    return {width, heightForWidth(std::max(width, this->width()))};
}

bool CardPair::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest) {
        updateGeometry();
        place();
    }
    return QWidget::event(event);
}

void CardPair::resizeEvent(QResizeEvent *)
{
    place();
}

void CardPair::place()
{
    if (isStacked()) {
        const int firstHeight = heightOf(m_first, width());
        m_first->setGeometry(0, 0, width(), firstHeight);
        m_second->setGeometry(0, firstHeight + m_gap, width(), heightOf(m_second, width()));
        return;
    }
    const int half = (width() - m_gap) / 2;
    const Mirror visual(layoutDirection(), rect());
    m_first->setGeometry(visual(QRect(0, 0, half, height())));
    m_second->setGeometry(visual(QRect(width() - half, 0, half, height())));
}
