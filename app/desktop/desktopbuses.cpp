#include "app/desktop/desktopbuses.h"

#include <QDBusConnection>
#include <QThread>

void DesktopBuses::connectInBackground()
{
    // Qt keeps both for the whole process: whoever asks again gets the same ones at once.
    auto *thread = QThread::create([] {
        QDBusConnection::sessionBus();
        QDBusConnection::systemBus();
    });
    connect(thread, &QThread::finished, this,
            [this] { Q_EMIT decided(QDBusConnection::sessionBus(), QDBusConnection::systemBus()); });
    connect(thread, &QThread::finished, thread, &QObject::deleteLater);
    thread->start();
}
