#include "app/desktop/screenlock.h"

#include <QDBusConnection>

using namespace Qt::StringLiterals;

void ScreenLock::follow(QDBusConnection session, QDBusConnection system)
{
    if (system.isConnected()) {
        const auto login = u"org.freedesktop.login1"_s;
        system.connect(login, {}, u"org.freedesktop.login1.Manager"_s, u"PrepareForSleep"_s, this,
                       SLOT(activeChanged(bool)));
        // Of any session: another person's costs a click on "Show" here.
        system.connect(login, {}, u"org.freedesktop.login1.Session"_s, u"Lock"_s, this, SIGNAL(locked()));
    }
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
