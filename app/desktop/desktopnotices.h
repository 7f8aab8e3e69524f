#pragma once

#include "models/ports/notices.h"

#include <QDBusConnection>
#include <QSet>

#include <optional>

/// Notices by the service org.freedesktop.Notifications of the session bus: none before it is given one. Asks
/// it nothing before the first notice, and never waits for it.
class DesktopNotices final : public Notices
{
    Q_OBJECT
public:
    using Notices::Notices;

    void setBus(const QDBusConnection &session);

    Call show(const Notice &notice, QObject *context, Continuation<Done> then) override;

private Q_SLOTS:
    void actionInvoked(uint id, const QString &action);
    void activationToken(uint id, const QString &token);
    void notificationClosed(uint id, uint reason);

private:
    void learn(const QStringList &capabilities);
    void send(const Notice &notice, const Promise<Done> &promise);

    std::optional<QDBusConnection> m_bus;
    /// Whether it takes a text for markup, and whether a notice can be pressed; nothing before it said so.
    struct Abilities
    {
        bool markup = false;
        bool actions = false;
    };
    std::optional<Abilities> m_abilities;
    /// Of our notices that are still there.
    QSet<uint> m_ours;
    QString m_activationToken;
};
