#pragma once

#include <QAccessibleWidget>

/// Tells of a MenuButton as a button with a menu: name, value as description, and a press that opens the menu
/// without blocking the caller, which Qt's own ShowMenu does.
class AccessibleMenuButton final : public QAccessibleWidget
{
public:
    explicit AccessibleMenuButton(QWidget *button);

    /// Once for the program; more often does nothing.
    static void install();

    QStringList actionNames() const override;
    void doAction(const QString &actionName) override;
    QAccessible::State state() const override;
};
