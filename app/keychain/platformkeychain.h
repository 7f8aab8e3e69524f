#pragma once

#include "app/keychain/keychainobserver.h"

/// The keychains of macOS and Windows: always there, and they show nothing without opening an entry.
class PlatformKeychain final : public KeychainObserver
{
public:
    void look(const VaultEntry &entry, QObject *context,
              std::function<void(const KeychainView &)> then) override;
    QString name() const override;
};
