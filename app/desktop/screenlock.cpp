#include "app/desktop/screenlock.h"

#include <QDBusConnection>

using namespace Qt::StringLiterals;

void ScreenLock::follow()
{
    QDBusConnection system = QDBusConnection::systemBus();
    if (system.isConnected())
        system.connect(u"org.freedesktop.login1"_s, u"/org/freedesktop/login1"_s,
                       u"org.freedesktop.login1.Manager"_s, u"PrepareForSleep"_s, this,
                       SLOT(activeChanged(bool)));
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    // Any path: they differ from desktop to desktop.
    for (const QString &name :
         {u"org.freedesktop.ScreenSaver"_s, u"org.gnome.ScreenSaver"_s, u"org.cinnamon.ScreenSaver"_s,
          u"org.mate.ScreenSaver"_s, u"org.xfce.ScreenSaver"_s})
        bus.connect(name, {}, name, u"ActiveChanged"_s, this, SLOT(activeChanged(bool)));
}

void ScreenLock::activeChanged(bool active)
{
    if (active)
        Q_EMIT locked();
}
