#pragma once

#include "app/keychain/secretservice.h"

/// KWallet on Plasma 5, which QtKeychain 0.13 prefers there if it answers at the first job; if it does not,
/// the Secret Service is used for the rest of the run. Looks only whether it is there: opening a wallet to
/// see more could prompt.
class KWalletObserver final : public KeychainObserver
{
public:
    static bool isTheDesktops();

    void look(const VaultEntry &entry, QObject *context,
              std::function<void(const KeychainView &)> then) override;
    QString name() const override;

private:
    enum class Choice { Open, KWallet, SecretService };

    static void askKWallet(const std::shared_ptr<Choice> &choice,
                           const std::shared_ptr<SecretService> &service, const VaultEntry &entry,
                           QObject *context, const std::function<void(const KeychainView &)> &then);

    std::shared_ptr<Choice> m_choice = std::make_shared<Choice>(Choice::Open);
    std::shared_ptr<SecretService> m_secretService = std::make_shared<SecretService>();
};
