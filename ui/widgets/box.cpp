#include "ui/widgets/box.h"

#include "ui/style/metrics.h"
#include "ui/style/paint.h"

#include <QPainter>

namespace {

constexpr int horizontalMargin = 14;
constexpr int verticalMargin = 12;

} // namespace

Box::Box(Token fill, std::optional<Token> edge, QWidget *parent)
    : QFrame(parent)
    , m_fill(fill)
    , m_edge(edge)
    , m_radius(Metrics::boxRadius)
{
    setContentsMargins(horizontalMargin, verticalMargin, horizontalMargin, verticalMargin);
}

void Box::setColors(Token fill, std::optional<Token> edge)
{
    m_fill = fill;
    m_edge = edge;
    update();
}

void Box::setRadius(int radius)
{
    m_radius = radius;
    update();
}

void Box::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    Paint::box(&painter, rect(), m_radius, color(m_fill, palette()),
               m_edge ? color(*m_edge, palette()) : QColor());
}
