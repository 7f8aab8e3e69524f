#pragma once

#include "models/errors/error.h"
#include "models/secrets/secrettext.h"

#include <QObject>
#include <QUrl>

/// The local Admin API that the console starts as its child and watches.
///
/// When the child ends by itself it is started again on a new port with a new credential, at most 3 times in
/// a minute; then failed() is sent, and start() begins anew.
class LocalWorkspace : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// Starts the child unless it runs. Answers by ready() or failed(), never from inside this call.
    virtual void start() = 0;

    /// Where the running child listens; invalid while it does not.
    virtual QUrl address() const = 0;
    /// The credential of the running child; every start has another.
    virtual SecretText credential() const = 0;

    /// The folder of its data, for people.
    virtual QString folder() const = 0;

Q_SIGNALS:
    void ready();
    /// The child ended and is being started again.
    void restarting();
    void failed(const Error &error);
};
