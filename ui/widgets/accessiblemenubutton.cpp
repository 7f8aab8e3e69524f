#include "ui/widgets/accessiblemenubutton.h"

#include "ui/widgets/menubutton.h"

namespace {

QAccessibleInterface *make(const QString &, QObject *object)
{
    auto *button = qobject_cast<MenuButton *>(object);
    return button ? new AccessibleMenuButton(button) : nullptr;
}

} // namespace

AccessibleMenuButton::AccessibleMenuButton(QWidget *button)
    : QAccessibleWidget(button, QAccessible::ButtonMenu)
{
}

void AccessibleMenuButton::install()
{
    QAccessible::installFactory(make);
}

QStringList AccessibleMenuButton::actionNames() const
{
    if (!widget()->isEnabled())
        return {};
    return {pressAction(), setFocusAction()};
}

void AccessibleMenuButton::doAction(const QString &actionName)
{
    if (!widget()->isEnabled())
        return;
    if (actionName == pressAction())
        static_cast<MenuButton *>(widget())->openMenu();
    else
        QAccessibleWidget::doAction(actionName);
}

QAccessible::State AccessibleMenuButton::state() const
{
    QAccessible::State state = QAccessibleWidget::state();
    state.hasPopup = true;
    return state;
}
