#include "ui/widgets/iconview.h"

#include "ui/style/icons.h"
#include "ui/style/metrics.h"
#include "ui/style/paint.h"

#include <QPainter>

#include <algorithm>

namespace {

constexpr int largeSquare = 56;

} // namespace

IconView::IconView(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAttribute(Qt::WA_TransparentForMouseEvents);
}

IconView::IconView(const QString &iconName, Token ink, int size, QWidget *parent)
    : IconView(parent)
{
    m_name = iconName;
    m_ink = ink;
    m_size = size;
}

void IconView::setIcon(const QString &name, Token ink)
{
    m_name = name;
    m_ink = ink;
    update();
}

void IconView::setIconSize(int pixels)
{
    m_size = pixels;
    updateGeometry();
    update();
}

void IconView::setGround(Ground ground, Token fill, int groundSize)
{
    m_ground = ground;
    m_fill = fill;
    m_groundSize = groundSize;
    updateGeometry();
    update();
}

QSize IconView::sizeHint() const
{
    const int side = m_ground == Ground::None ? m_size : std::max(m_size, m_groundSize);
    return {side, side};
}

void IconView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (m_ground != Ground::None) {
        const int square = m_groundSize >= largeSquare ? Metrics::largeCardRadius : Metrics::boxRadius;
        Paint::box(&painter, rect(), m_ground == Ground::Disc ? height() / 2.0 : square,
                   color(m_fill, palette()));
    }
    if (!m_name.isEmpty())
        Icons::paint(&painter, rect(), m_name, color(isEnabled() ? m_ink : Token::DisabledText, palette()),
                     m_size);
}
