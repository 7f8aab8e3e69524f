#include "app/desktop/logoutinhibitor.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>

#include <utility>

using namespace Qt::StringLiterals;

namespace {

/// Of the menu entry.
const auto programId = u"apono-console"_s;
/// What org.gnome.SessionManager calls logging out.
constexpr uint loggingOut = 1;
constexpr uint noWindow = 0;

QDBusMessage question(const QString &service, const QString &path, const QString &interface,
                      const QString &method, const QVariantList &arguments)
{
    QDBusMessage message = QDBusMessage::createMethodCall(service, path, interface, method);
    message.setAutoStartService(false);
    message.setArguments(arguments);
    return message;
}

QDBusMessage toDesktop(const QString &method, const QVariantList &arguments)
{
    return question(u"org.gnome.SessionManager"_s, u"/org/gnome/SessionManager"_s,
                    u"org.gnome.SessionManager"_s, method, arguments);
}

} // namespace

void LogoutInhibitor::setBuses(const QDBusConnection &session, const QDBusConnection &system)
{
    if (session.isConnected())
        m_session = session;
    if (system.isConnected())
        m_system = system;
    if (isHeld())
        hold(std::exchange(m_reason, {}));
}

void LogoutInhibitor::hold(const QString &reason)
{
    if (m_reason == reason)
        return;
    letGo();
    m_reason = reason;
    if (m_session)
        askDesktop();
    if (m_system)
        askLogin();
}

void LogoutInhibitor::letGo()
{
    ++m_turn;
    m_reason.clear();
    m_lock = {};
    if (m_cookie)
        giveBack(*std::exchange(m_cookie, {}));
}

void LogoutInhibitor::askDesktop()
{
    const QDBusMessage inhibit = toDesktop(u"Inhibit"_s, {programId, noWindow, m_reason, loggingOut});
    whenAnswered(m_session->asyncCall(inhibit), [this, turn = m_turn](const QDBusMessage &answer) {
        const uint cookie = answer.arguments().value(0).toUInt();
        if (turn == m_turn)
            m_cookie = cookie;
        else
            giveBack(cookie);
    });
}

void LogoutInhibitor::askLogin()
{
    const QDBusMessage inhibit = question(
        u"org.freedesktop.login1"_s, u"/org/freedesktop/login1"_s, u"org.freedesktop.login1.Manager"_s,
        u"Inhibit"_s, {u"shutdown"_s, tr("Service Accounts Console"), m_reason, u"block"_s});
    whenAnswered(m_system->asyncCall(inhibit), [this, turn = m_turn](const QDBusMessage &answer) {
        // One that is not kept is closed, and so given back.
        if (turn == m_turn)
            m_lock = answer.arguments().value(0).value<QDBusUnixFileDescriptor>();
    });
}

void LogoutInhibitor::whenAnswered(const QDBusPendingCall &call, Answer then)
{
    auto *watcher = new QDBusPendingCallWatcher(call, this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [watcher, then = std::move(then)] {
        watcher->deleteLater();
        // An error: there is none, or it will not. The other ways stand.
        if (!watcher->isError())
            then(watcher->reply());
    });
}

void LogoutInhibitor::giveBack(uint cookie)
{
    m_session->asyncCall(toDesktop(u"Uninhibit"_s, {cookie}));
}
