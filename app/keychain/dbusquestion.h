#pragma once

#include <QDBusMessage>
#include <QObject>

#include <functional>

/// Tells @p then, later, whether there is a session bus, unless @p context is gone. The first connection to
/// it is made in a thread of its own: libdbus waits for a bus that does not answer, and gives it up after 25
/// s.
void whenOnSessionBus(QObject *context, std::function<void(bool isConnected)> then);

/// After whenOnSessionBus(). Sends @p question over the session bus without waiting and gives the answer or
/// the error to @p then, later, unless @p context is gone. A service that does not answer within three
/// seconds gives an error that isSilence().
void askOverSessionBus(const QDBusMessage &question, QObject *context,
                       std::function<void(const QDBusMessage &)> then);

/// Nobody answered in time, as opposed to: nobody is there, or somebody said no.
bool isSilence(const QDBusMessage &answer);
/// There is no such service, and none can be started.
bool isAbsence(const QDBusMessage &answer);
