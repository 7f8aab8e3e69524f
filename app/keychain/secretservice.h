#pragma once

#include "app/keychain/keychainobserver.h"

#include <QCoreApplication>

/// The Secret Service of freedesktop.org (GNOME Keyring, KeePassXC, KWallet since 5.97), looked at over
/// D-Bus. https://specifications.freedesktop.org/secret-service/
class SecretService final : public KeychainObserver
{
    Q_DECLARE_TR_FUNCTIONS(SecretService)
public:
    void look(const VaultEntry &entry, QObject *context,
              std::function<void(const KeychainView &)> then) override;
    QString name() const override { return QStringLiteral("Secret Service"); }

private:
    /// Of the bus name, at the last look; shared with the looks under way.
    std::shared_ptr<QString> m_lastOwner = std::make_shared<QString>();
};
