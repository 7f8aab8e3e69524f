#pragma once

#include "models/accounts/serviceaccount.h"
#include "models/errors/error.h"

#include <QObject>

/// How the change of one of many accounts ended.
struct ChangeOutcome
{
    /// Why it was not done; nothing when it was.
    std::optional<Error> error = {};
    /// It failed, and it could not be found out whether the server did it nevertheless.
    bool isUnknown = false;
    /// The account is not there any more.
    bool isGone = false;
    /// As the server has it now, where that is known.
    std::optional<ServiceAccount> account = {};
    /// Of a deletion: whether the copy in the keychain went too, or why not.
    bool keychainCopyRemoved = false;
    std::optional<Error> keychainError = {};
};

/// The change of one of many accounts. May be begun anew on another object after any end: what was done
/// already is found and is a success.
class SingleChange : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    virtual void start() = 0;

Q_SIGNALS:
    /// Once, later than start().
    void ended(const ChangeOutcome &outcome);
};
