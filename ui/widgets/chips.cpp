#include "ui/widgets/chips.h"

#include "ui/style/metrics.h"

#include <QEvent>
#include <QPainter>

Chips::Chips(const QList<AccountRole> &roles, QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setRoles(roles);
}

void Chips::setRoles(const QList<AccountRole> &roles)
{
    m_names = roleNames(roles);
    setAccessibleName(m_names.join(QStringLiteral(", ")));
    updateGeometry();
    update();
}

QSize Chips::sizeHint() const
{
    return {m_painter.rowWidth(m_names), Metrics::chipHeight};
}

QSize Chips::minimumSizeHint() const
{
    return {m_names.isEmpty() ? 0 : m_painter.width(m_names.first()), Metrics::chipHeight};
}

void Chips::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    ChipPainter::Look look;
    look.enabled = isEnabled();
    m_painter.paintRow(&painter, rect(), m_names, look, palette(), layoutDirection());
}

void Chips::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::ApplicationFontChange || event->type() == QEvent::FontChange) {
        m_painter = ChipPainter();
        updateGeometry();
    }
}
