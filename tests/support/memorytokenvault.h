#pragma once

#include "models/ports/tokenvault.h"

#include <functional>
#include <map>
#include <optional>
#include <vector>

/// A keychain in memory. Answers at a later turn of the event loop; a test can make it fail or keep silent.
class MemoryTokenVault final : public TokenVault
{
public:
    /// Every job fails with it and does nothing, until it is told otherwise.
    void failWith(const std::optional<Error> &error) { m_failure = error; }
    /// Answers wait until release(); what a job does is done at once.
    void hold() { m_holding = true; }
    void release();

    bool has(const VaultEntry &entry) const { return m_texts.count(entry.user()) > 0; }
    /// nullptr when there is none.
    const SecretText *find(const VaultEntry &entry) const;
    void put(const VaultEntry &entry, const QByteArray &text);
    int writes() const { return m_writes; }

    Call write(const VaultEntry &entry, SecretText text, Existing existing, QObject *context,
               Continuation<Done> then) override;
    Call read(const VaultEntry &entry, Deadline deadline, QObject *context,
              Continuation<SecretText> then) override;
    Call remove(const VaultEntry &entry, Deadline deadline, QObject *context,
                Continuation<Done> then) override;
    QString name() const override { return QStringLiteral("Memory"); }

private:
    template <class T>
    Call answer(QObject *context, Continuation<T> then, Result<T> result);

    std::map<QString, SecretText> m_texts;
    std::optional<Error> m_failure;
    bool m_holding = false;
    std::vector<std::function<void()>> m_waiting;
    int m_writes = 0;
};
