#pragma once

#include "models/ports/tokenvault.h"
#include "tests/app/keychain/vaultanswer.h"

/// The entry that the calls below are about where nothing else is said.
inline const VaultEntry deploy = VaultEntry::forAccount(QStringLiteral("local"), QStringLiteral("ci_deploy"));

/// Each starts when it is made.
class VaultWrite final : public VaultAnswer<Done>
{
public:
    VaultWrite(TokenVault &vault, const QByteArray &text,
               TokenVault::Existing existing = TokenVault::Existing::Replace,
               const VaultEntry &entry = deploy)
    {
        call = vault.write(entry, SecretText::fromUtf8(text), existing, this, then());
    }
};

class VaultRead final : public VaultAnswer<SecretText>
{
public:
    explicit VaultRead(TokenVault &vault, Deadline deadline = std::chrono::seconds(30),
                       const VaultEntry &entry = deploy)
    {
        call = vault.read(entry, deadline, this, then());
    }

    bool gave(const QByteArray &text) const
    {
        return succeeded() && result->value().equals(SecretText::fromUtf8(text));
    }
};

class VaultRemoval final : public VaultAnswer<Done>
{
public:
    explicit VaultRemoval(TokenVault &vault, Deadline deadline = std::chrono::seconds(30),
                          const VaultEntry &entry = deploy)
    {
        call = vault.remove(entry, deadline, this, then());
    }
};
