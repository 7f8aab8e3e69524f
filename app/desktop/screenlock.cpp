#include "app/desktop/screenlock.h"

#include <QDBusConnection>

using namespace Qt::StringLiterals;

void ScreenLock::follow(QDBusConnection session, QDBusConnection system)
{
    if (system.isConnected())
        system.connect(u"org.freedesktop.login1"_s, u"/org/freedesktop/login1"_s,
                       u"org.freedesktop.login1.Manager"_s, u"PrepareForSleep"_s, this,
                       SLOT(activeChanged(bool)));
    if (!session.isConnected())
        return;
    // Any path: they differ from desktop to desktop.
    for (const QString &name :
         {u"org.freedesktop.ScreenSaver"_s, u"org.gnome.ScreenSaver"_s, u"org.cinnamon.ScreenSaver"_s,
          u"org.mate.ScreenSaver"_s, u"org.xfce.ScreenSaver"_s})
        session.connect(name, {}, name, u"ActiveChanged"_s, this, SLOT(activeChanged(bool)));
}

void ScreenLock::activeChanged(bool active)
{
    if (active)
        Q_EMIT locked();
}
