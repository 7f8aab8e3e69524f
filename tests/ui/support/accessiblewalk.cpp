#include "tests/ui/support/accessiblewalk.h"

#include <QAccessible>
#include <QMetaEnum>
#include <QWidget>

namespace {

bool isControl(QAccessible::Role role)
{
    switch (role) {
    case QAccessible::PushButton:
    case QAccessible::ButtonMenu:
    case QAccessible::ButtonDropDown:
    case QAccessible::EditableText:
    case QAccessible::CheckBox:
    case QAccessible::RadioButton:
    case QAccessible::ComboBox:
    case QAccessible::MenuItem:
    case QAccessible::Table:
    case QAccessible::Link:
        return true;
    default:
        return false;
    }
}

void walk(QAccessibleInterface *item, QStringList *found)
{
    if (!item || !item->isValid() || item->state().invisible)
        return;
    const QAccessible::Role role = item->role();
    if (isControl(role)) {
        const char *roleName = QMetaEnum::fromType<QAccessible::Role>().valueToKey(role);
        found->append(
            QStringLiteral("%1: %2").arg(QString::fromLatin1(roleName), item->text(QAccessible::Name)));
    }
    if (role == QAccessible::Table)
        return;
    for (int child = 0; child < item->childCount(); ++child)
        walk(item->child(child), found);
}

} // namespace

namespace AccessibleWalk {

QStringList controls(QWidget *window)
{
    QStringList found;
    walk(QAccessible::queryAccessibleInterface(window), &found);
    return found;
}

QStringList unclear(QWidget *window)
{
    const QStringList found = controls(window);
    QStringList result;
    for (const QString &control : found) {
        if (control.endsWith(QStringLiteral(": ")) || found.count(control) > 1)
            result.append(control);
    }
    return result;
}

} // namespace AccessibleWalk
