#pragma once

#include <QObject>

QT_BEGIN_NAMESPACE
class QDBusConnection;
QT_END_NAMESPACE

/// Whether the person's screen is being locked, as screen savers tell it on the session bus (GNOME, KDE and
/// others each under a name of their own) and login1 on the system's, or the computer is about to sleep. Says
/// nothing where there is no bus or none of them.
class ScreenLock : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// Listens from now on.
    void follow(QDBusConnection session, QDBusConnection system);

Q_SIGNALS:
    void locked();

private Q_SLOTS:
    void activeChanged(bool active);
};
