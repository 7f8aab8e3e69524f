#include "app/keychain/dbusquestion.h"

#include <QDBusConnection>
#include <QDBusError>
#include <QDBusPendingCallWatcher>

namespace {
constexpr int patienceMs = 3000;
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
