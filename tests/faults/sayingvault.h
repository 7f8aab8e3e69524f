#pragma once

#include "tests/support/memorytokenvault.h"

#include <functional>

/// A keychain that says when it has a token, before whoever saved it there knows.
class SayingVault final : public TokenVault
{
public:
    explicit SayingVault(std::function<void()> say)
        : m_say(std::move(say))
    {
    }

    Call write(const VaultEntry &entry, SecretText text, Existing existing, QObject *context,
               Continuation<Done> then) override
    {
        const auto said = [say = m_say, then = std::move(then)](const Result<Done> &result) {
            if (result)
                say();
            then(result);
        };
        return m_vault.write(entry, std::move(text), existing, context, said);
    }
    Call read(const VaultEntry &entry, Deadline deadline, QObject *context,
              Continuation<SecretText> then) override
    {
        return m_vault.read(entry, deadline, context, std::move(then));
    }
    Call remove(const VaultEntry &entry, Deadline deadline, QObject *context,
                Continuation<Done> then) override
    {
        return m_vault.remove(entry, deadline, context, std::move(then));
    }
    QString name() const override { return m_vault.name(); }

private:
    std::function<void()> m_say;
    MemoryTokenVault m_vault;
};
