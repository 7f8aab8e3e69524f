#include "ui/widgets/accessiblerolefield.h"

#include "ui/widgets/rolefield.h"

namespace {

QAccessibleInterface *make(const QString &, QObject *object)
{
    auto *field = qobject_cast<RoleField *>(object);
    return field ? new AccessibleRoleField(field) : nullptr;
}

RoleField *fieldOf(const AccessibleRoleField *accessible)
{
    return static_cast<RoleField *>(accessible->object());
}

} // namespace

AccessibleRoleField::AccessibleRoleField(QWidget *field)
    : QAccessibleWidget(field, QAccessible::ButtonMenu)
{
}

void AccessibleRoleField::install()
{
    QAccessible::installFactory(make);
}

QString AccessibleRoleField::text(QAccessible::Text kind) const
{
    if (kind != QAccessible::Description)
        return QAccessibleWidget::text(kind);
    QStringList parts = {fieldOf(this)->rolesText(), widget()->accessibleDescription()};
    parts.removeAll({});
    return parts.join(QStringLiteral(". "));
}

QStringList AccessibleRoleField::actionNames() const
{
    if (!widget()->isEnabled())
        return {};
    return {pressAction(), setFocusAction()};
}

void AccessibleRoleField::doAction(const QString &actionName)
{
    if (widget()->isEnabled() && actionName == pressAction())
        fieldOf(this)->openList();
    else
        QAccessibleWidget::doAction(actionName);
}

QAccessible::State AccessibleRoleField::state() const
{
    QAccessible::State state = QAccessibleWidget::state();
    state.hasPopup = true;
    return state;
}
