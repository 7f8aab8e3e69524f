#include "ui/widgets/menubutton.h"

#include "ui/style/metrics.h"
#include "ui/widgets/accessiblemenubutton.h"

#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QScreen>

#include <algorithm>

MenuButton::MenuButton(const QString &name, QWidget *parent)
    : QPushButton(parent)
    , m_menu(new QMenu(this))
{
    AccessibleMenuButton::install();
    setAutoDefault(false);
    setAccessibleName(name);
    // The press that closes the menu would open it again.
    m_menu->setAttribute(Qt::WA_NoMouseReplay);
    m_menu->setToolTipsVisible(true);
    connect(this, &QPushButton::clicked, this, &MenuButton::openMenu);
    connect(m_menu, &QMenu::aboutToHide, this, [this] { setDown(false); });
}

void MenuButton::setValue(const QString &value)
{
    if (value == m_value)
        return;
    m_value = value;
    setAccessibleDescription(value);
    valueChanged();
}

void MenuButton::valueChanged()
{
    updateGeometry();
    update();
}

void MenuButton::openMenu()
{
    if (m_menu->isVisible())
        return;
    m_menu->setMinimumWidth(width());
    const QSize size = m_menu->sizeHint();
    const QRect screenArea = screen()->availableGeometry();
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    QPoint at = mapToGlobal(
        QPoint(mirrored ? width() - std::max(width(), size.width()) : 0, height() + Metrics::popupGap));
    if (at.y() + size.height() > screenArea.bottom())
        at.setY(mapToGlobal(QPoint(0, 0)).y() - Metrics::popupGap - size.height());
    setDown(true);
    m_menu->popup(at);
}

void MenuButton::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        openMenu();
    else
        QPushButton::mousePressEvent(event);
}

void MenuButton::mouseReleaseEvent(QMouseEvent *event)
{
    // The menu was opened by the press; the button stays down as long as it is open.
    event->accept();
}

void MenuButton::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Down:
    case Qt::Key_Space:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        openMenu();
        return;
    default:
        QPushButton::keyPressEvent(event);
    }
}
