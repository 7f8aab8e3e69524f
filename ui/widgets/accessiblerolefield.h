#pragma once

#include <QAccessibleWidget>

/// Tells of the Role field as a button with a menu, whose description is the chosen roles and then the
/// message of the field.
class AccessibleRoleField final : public QAccessibleWidget
{
public:
    explicit AccessibleRoleField(QWidget *field);

    /// Once for the program; more often does nothing.
    static void install();

    QString text(QAccessible::Text kind) const override;
    QStringList actionNames() const override;
    void doAction(const QString &actionName) override;
    QAccessible::State state() const override;
};
