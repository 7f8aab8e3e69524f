#include "app/desktop/desktopnotices.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

#include <utility>

using namespace Qt::StringLiterals;

namespace {

const auto service = u"org.freedesktop.Notifications"_s;
const auto path = u"/org/freedesktop/Notifications"_s;
const auto interface = u"org.freedesktop.Notifications"_s;
/// What the specification calls the press on the notice itself.
const auto pressedAction = u"default"_s;
/// Of the menu entry and of the icon.
const auto programId = u"apono-console"_s;
constexpr uchar normalUrgency = 1;
constexpr int untilTheDesktopSays = -1;

QDBusMessage question(const QString &method, const QVariantList &arguments = {})
{
    QDBusMessage message = QDBusMessage::createMethodCall(service, path, interface, method);
    message.setArguments(arguments);
    return message;
}

Error nobodyShowsIt(const QString &reason)
{
    return Error(ErrorKind::Unreachable, reason);
}

} // namespace

void DesktopNotices::setBus(const QDBusConnection &session)
{
    m_bus = session;
    m_bus->connect(service, path, interface, u"ActionInvoked"_s, this, SLOT(actionInvoked(uint, QString)));
    m_bus->connect(service, path, interface, u"ActivationToken"_s, this,
                   SLOT(activationToken(uint, QString)));
    m_bus->connect(service, path, interface, u"NotificationClosed"_s, this,
                   SLOT(notificationClosed(uint, uint)));
}

Call DesktopNotices::show(const Notice &notice, QObject *context, Continuation<Done> then)
{
    const Promise<Done> promise(context, std::move(then));
    if (!m_bus || !m_bus->isConnected()) {
        promise.finishLater(nobodyShowsIt(m_bus ? m_bus->lastError().message() : QString()));
        return promise.call();
    }
    if (m_abilities) {
        send(notice, promise);
        return promise.call();
    }
    auto *watcher = new QDBusPendingCallWatcher(m_bus->asyncCall(question(u"GetCapabilities"_s)), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, notice, promise] {
        const QDBusPendingReply<QStringList> reply = *watcher;
        watcher->deleteLater();
        if (reply.isError()) {
            promise.finish(nobodyShowsIt(reply.error().message()));
            return;
        }
        learn(reply.value());
        if (!promise.isOver())
            send(notice, promise);
    });
    return promise.call();
}

void DesktopNotices::learn(const QStringList &capabilities)
{
    m_abilities = Abilities{capabilities.contains(u"body-markup"_s), capabilities.contains(u"actions"_s)};
}

void DesktopNotices::send(const Notice &notice, const Promise<Done> &promise)
{
    const QString text = m_abilities->markup ? notice.text.toHtmlEscaped() : notice.text;
    QStringList actions;
    if (m_abilities->actions)
        actions = {pressedAction, tr("Open the Console")};
    const QVariantMap hints{{u"desktop-entry"_s, programId},
                            {u"urgency"_s, QVariant::fromValue(normalUrgency)}};
    const QDBusMessage message =
        question(u"Notify"_s, {tr("Service Accounts Console"), QVariant::fromValue(0U), programId,
                               notice.title, text, actions, hints, untilTheDesktopSays});
    auto *watcher = new QDBusPendingCallWatcher(m_bus->asyncCall(message), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, promise] {
        const QDBusPendingReply<uint> reply = *watcher;
        watcher->deleteLater();
        if (reply.isError()) {
            // Another service may come, which can do other things.
            m_abilities.reset();
            promise.finish(nobodyShowsIt(reply.error().message()));
            return;
        }
        m_ours.insert(reply.value());
        promise.finish(Done{});
    });
}

void DesktopNotices::actionInvoked(uint id, const QString &action)
{
    if (m_ours.contains(id) && action == pressedAction)
        Q_EMIT pressed(std::exchange(m_activationToken, {}));
}

void DesktopNotices::activationToken(uint id, const QString &token)
{
    if (m_ours.contains(id))
        m_activationToken = token;
}

void DesktopNotices::notificationClosed(uint id, uint /*reason*/)
{
    m_ours.remove(id);
}
