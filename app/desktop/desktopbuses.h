#pragma once

#include <QObject>

QT_BEGIN_NAMESPACE
class QDBusConnection;
QT_END_NAMESPACE

/// The buses of the person's session and of the system. Both are connected in a thread of their own: libdbus
/// waits for one that hangs.
class DesktopBuses : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// Once.
    void connectInBackground();

Q_SIGNALS:
    /// Either may be one that is not connected.
    void decided(const QDBusConnection &session, const QDBusConnection &system);
};
