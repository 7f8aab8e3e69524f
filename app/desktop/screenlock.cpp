#include "app/desktop/screenlock.h"

#include <QDBusConnection>

using namespace Qt::StringLiterals;

void ScreenLock::follow()
{
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
