#pragma once

#include "models/ports/call.h"
#include "models/ports/deadline.h"
#include "models/ports/vaultentry.h"
#include "models/secrets/secrettext.h"

/// The operating system's keychain. Jobs run one at a time; a stuck keychain holds back those behind it, but
/// never the window. Cancelling a call forgets its answer; a write that has begun still runs to its end.
class TokenVault
{
public:
    /// What a write does with an entry that is there already, be it locked or not.
    enum class Existing {
        Replace,
        Keep, ///< Writes nothing and answers KeychainEntryExists.
    };

    virtual ~TokenVault() = default;

    /// Writes, reads back and compares: success means that what was read is equal. Has no deadline, because a
    /// late success still counts; whoever waits tells the person so (KeychainSave does after 10 s).
    virtual Call write(const VaultEntry &entry, SecretText text, Existing existing, QObject *context,
                       Continuation<Done> then) = 0;

    /// KeychainEntryMissing only when the keychain is known to be unlocked; KeychainLocked otherwise.
    virtual Call read(const VaultEntry &entry, Deadline deadline, QObject *context,
                      Continuation<SecretText> then) = 0;

    /// Deletes, then reads to confirm. An entry that was not there is a success; while the keychain is locked
    /// nothing can be confirmed, and the answer is KeychainLocked.
    virtual Call remove(const VaultEntry &entry, Deadline deadline, QObject *context,
                        Continuation<Done> then) = 0;

    /// The keychain in use, for people: "Secret Service", "KWallet" ...; empty when none is known.
    virtual QString name() const = 0;
};
