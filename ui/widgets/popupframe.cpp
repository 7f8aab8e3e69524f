#include "ui/widgets/popupframe.h"

#include "ui/style/menupainter.h"
#include "ui/style/metrics.h"

#include <QPainter>
#include <QScreen>
#include <QStyleOption>

#include <algorithm>

PopupFrame::PopupFrame(QWidget *owner)
    : QWidget(owner, Qt::Popup | Qt::FramelessWindowHint)
{
    // The press that closes it would open it again.
    setAttribute(Qt::WA_NoMouseReplay);
    if (MenuPainter::roundCorners())
        setAttribute(Qt::WA_TranslucentBackground);
}

void PopupFrame::openBelow(const QWidget *anchor, bool asWide)
{
    if (asWide)
        setFixedWidth(anchor->width());
    ensurePolished();
    const int wide = asWide ? anchor->width() : sizeHint().width();
    const int high = hasHeightForWidth() ? heightForWidth(wide) : sizeHint().height();
    resize(wide, high);
    const QRect area = anchor->screen()->availableGeometry();
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    QPoint at = anchor->mapToGlobal(
        QPoint(mirrored ? anchor->width() - wide : 0, anchor->height() + Metrics::popupGap));
    if (at.y() + high > area.bottom() + 1) {
        const int above = anchor->mapToGlobal(QPoint(0, 0)).y() - Metrics::popupGap - high;
        at.setY(above >= area.top() ? above : std::max(area.top(), area.bottom() + 1 - high));
    }
    at.setX(std::clamp(at.x(), area.left(), std::max(area.left(), area.right() + 1 - wide)));
    move(at);
    show();
}

void PopupFrame::paintEvent(QPaintEvent *)
{
    QStyleOption option;
    option.initFrom(this);
    QPainter painter(this);
    MenuPainter::popupPanel(&painter, &option);
}

void PopupFrame::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    Q_EMIT closed();
}
