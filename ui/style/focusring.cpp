#include "ui/style/focusring.h"

#include <QAbstractButton>
#include <QFocusEvent>
#include <QStyleOption>
#include <QVariant>

namespace {

constexpr char byMouseProperty[] = "consoleFocusByMouse";

} // namespace

namespace FocusRing {

void watch(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::FocusIn)
        return;
    auto *button = qobject_cast<QAbstractButton *>(watched);
    if (!button)
        return;
    const Qt::FocusReason reason = static_cast<QFocusEvent *>(event)->reason();
    // A window that comes back, or a closed menu, changes nothing about how the focus was first given.
    if (reason == Qt::ActiveWindowFocusReason || reason == Qt::PopupFocusReason)
        return;
    button->setProperty(byMouseProperty, reason == Qt::MouseFocusReason);
}

bool isShown(const QStyleOption *option, const QWidget *widget)
{
    return option->state.testFlag(QStyle::State_HasFocus) && option->state.testFlag(QStyle::State_Enabled) &&
           !(widget && widget->property(byMouseProperty).toBool());
}

} // namespace FocusRing
