#pragma once

#include "models/ports/call.h"

#include <QObject>
#include <QString>

/// What a person is told outside the program's windows. Plain text; never a secret: it may stay on a locked
/// screen.
struct Notice
{
    QString title;
    QString text;

    friend bool operator==(const Notice &, const Notice &) = default;
};

/// The notices of the desktop.
class Notices : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// Success when the desktop took it. ErrorKind::Unreachable where nothing shows notices: nobody has to be
    /// told.
    virtual Call show(const Notice &notice, QObject *context, Continuation<Done> then) = 0;

Q_SIGNALS:
    /// Somebody pressed a notice. @p activationToken is what the desktop gave for a window to come to the
    /// front, often empty.
    void pressed(const QString &activationToken);
};
