#pragma once

#include "models/ports/logoutguard.h"

#include <QDBusConnection>
#include <QDBusUnixFileDescriptor>
#include <QObject>

#include <functional>
#include <optional>

QT_BEGIN_NAMESPACE
class QDBusMessage;
class QDBusPendingCall;
QT_END_NAMESPACE

/// Holds up the end of the session by org.gnome.SessionManager (GNOME, Cinnamon, MATE) and switching the
/// computer off by login1, wherever there is one of them. Other desktops ask by X11's session management or
/// close each window first (KDE), which the windows answer. Never waits for a bus, and both forget it when
/// this process ends.
class LogoutInhibitor final : public QObject, public LogoutGuard
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// What is held already is held there from then on.
    void setBuses(const QDBusConnection &session, const QDBusConnection &system);

    void hold(const QString &reason) override;
    void letGo() override;
    bool isHeld() const { return !m_reason.isEmpty(); }

private:
    using Answer = std::function<void(const QDBusMessage &)>;

    void askDesktop();
    void askLogin();
    void whenAnswered(const QDBusPendingCall &call, Answer then);
    void giveBack(uint cookie);

    std::optional<QDBusConnection> m_session;
    std::optional<QDBusConnection> m_system;
    QString m_reason;
    /// Of the hold: an answer to an earlier one is given back.
    int m_turn = 0;
    std::optional<uint> m_cookie;
    /// The computer stays on while it is open.
    QDBusUnixFileDescriptor m_lock;
};
