#pragma once

#include "app/keychain/vaulttask.h"
#include "models/ports/call.h"

/// Reads one entry. A locked keychain is read all the same: that makes the desktop ask the person to unlock
/// it.
class ReadTask final : public VaultTask
{
    Q_OBJECT
public:
    ReadTask(KeychainObserver &observer, const VaultEntry &entry, Deadline deadline,
             Promise<SecretText> promise);

    bool isForgotten() const override { return m_promise.isOver(); }
    void start() override;

protected:
    void answerWith(const Error &error) override { m_promise.finish(error); }

private:
    void read();

    Promise<SecretText> m_promise;
};
