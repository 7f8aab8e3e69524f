#pragma once

#include <QAccessibleWidget>

/// Tells of a countdown as a static text that reads the seconds left whenever it is asked.
class AccessibleCountdown final : public QAccessibleWidget
{
public:
    explicit AccessibleCountdown(QWidget *countdown);

    /// Once for the program; more often does nothing.
    static void install();

    QString text(QAccessible::Text kind) const override;
};
