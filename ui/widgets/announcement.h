#pragma once

#include <QWidget>

/// Tells a screen reader what just happened, wherever the focus is: "Saved in the keychain", a failure.
/// Qt 6.4 has no event for that (6.8 has QAccessibleAnnouncementEvent), and its bridge to AT-SPI drops
/// QAccessible::Alert; so each window has one invisible notification that shows itself anew with each
/// sentence, which is what screen readers read out.
class Announcement final : public QWidget
{
    Q_OBJECT

public:
    /// In the window of @p widget.
    static void say(QWidget *widget, const QString &sentence);

private:
    explicit Announcement(QWidget *window);
};
