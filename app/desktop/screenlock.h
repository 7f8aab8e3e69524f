#pragma once

#include <QObject>

/// Whether the person's screen is being locked, as screen savers tell it on the session bus (GNOME, KDE and
/// others each under a name of their own). Says nothing where there is no session bus or none of them.
class ScreenLock : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// Listens from now on.
    void follow();

Q_SIGNALS:
    void locked();

private Q_SLOTS:
    void activeChanged(bool active);
};
