#include "app/keychain/dbusquestion.h"

#include <QDBusConnection>
#include <QDBusError>
#include <QDBusPendingCallWatcher>
#include <QLibrary>
#include <QThread>

#include <atomic>

namespace {
constexpr int patienceMs = 3000;

/// The connection of this process, which Qt keeps, has been made or given up.
std::atomic<bool> isDecided = false;

/// GLib ends a process whose session bus goes away: with libsecret's use of it, a token on the screen would
/// be lost. The connection that is told not to is kept, so that libsecret is given the same one.
void outliveTheSessionBus()
{
    using Get = void *(*)(int, void *, void **);
    using SetExitOnClose = void (*)(void *, int);
    constexpr int ofTheSession = 2; // G_BUS_TYPE_SESSION

    QLibrary gio(QStringLiteral("gio-2.0"), 0);
    const auto get = reinterpret_cast<Get>(gio.resolve("g_bus_get_sync"));
    const auto setExitOnClose =
        reinterpret_cast<SetExitOnClose>(gio.resolve("g_dbus_connection_set_exit_on_close"));
    if (!get || !setExitOnClose)
        return;
    if (void *connection = get(ofTheSession, nullptr, nullptr))
        setExitOnClose(connection, 0);
}

} // namespace

void whenOnSessionBus(QObject *context, std::function<void(bool)> then)
{
    auto answer = [then = std::move(then)] { then(QDBusConnection::sessionBus().isConnected()); };
    if (isDecided) {
        QMetaObject::invokeMethod(context, std::move(answer), Qt::QueuedConnection);
        return;
    }
    auto *thread = QThread::create([] {
        if (QDBusConnection::sessionBus().isConnected())
            outliveTheSessionBus();
        isDecided = true;
    });
    QObject::connect(thread, &QThread::finished, context, std::move(answer));
    QObject::connect(thread, &QThread::finished, thread, &QObject::deleteLater);
    thread->start();
}

void askOverSessionBus(const QDBusMessage &question, QObject *context,
                       std::function<void(const QDBusMessage &)> then)
{
    const auto pending = QDBusConnection::sessionBus().asyncCall(question, patienceMs);
    auto *watcher = new QDBusPendingCallWatcher(pending, context);
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, context,
                     [then = std::move(then)](QDBusPendingCallWatcher *finished) {
                         finished->deleteLater();
                         then(finished->reply());
                     });
}

bool isSilence(const QDBusMessage &answer)
{
    if (answer.type() != QDBusMessage::ErrorMessage)
        return false;
    switch (QDBusError(answer).type()) {
    case QDBusError::NoReply:
    case QDBusError::Timeout:
    case QDBusError::TimedOut:
        return true;
    default:
        return false;
    }
}

bool isAbsence(const QDBusMessage &answer)
{
    if (answer.type() != QDBusMessage::ErrorMessage)
        return false;
    switch (QDBusError(answer).type()) {
    case QDBusError::ServiceUnknown:
    case QDBusError::Disconnected:
    case QDBusError::NoServer:
    case QDBusError::NoNetwork:
        return true;
    default:
        // A service file whose program cannot be started.
        return answer.errorName().startsWith(QStringLiteral("org.freedesktop.DBus.Error.Spawn."));
    }
}
