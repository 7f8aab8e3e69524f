#pragma once

#include "app/keychain/keychainview.h"
#include "models/ports/vaultentry.h"

#include <QObject>

#include <functional>
#include <memory>

/// Looks at the keychain that QtKeychain uses, because QtKeychain's own errors cannot be believed: a locked
/// one reads as "not found", and a delete that did nothing as a success.
class KeychainObserver
{
public:
    virtual ~KeychainObserver() = default;

    /// Answers later, within some seconds even if the keychain is stuck; not when @p context is gone.
    virtual void look(const VaultEntry &entry, QObject *context,
                      std::function<void(const KeychainView &)> then) = 0;

    /// For people.
    virtual QString name() const = 0;

    /// The one for the keychain that QtKeychain will choose in this process.
    static std::unique_ptr<KeychainObserver> forThisDesktop();
};
