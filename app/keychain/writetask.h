#pragma once

#include "app/keychain/vaulttask.h"
#include "models/ports/call.h"

/// Writes, reads back and compares. QtKeychain reports a write that KWallet refused as a success, so only
/// what was read back counts.
class WriteTask final : public VaultTask
{
    Q_OBJECT
public:
    WriteTask(KeychainObserver &observer, const VaultEntry &entry, SecretText text, Promise<Done> promise);

    bool isForgotten() const override { return m_promise.isOver(); }
    void start() override;

protected:
    void answerWith(const Error &error) override { m_promise.finish(error); }

private:
    void write();
    void written(const JobAnswer &answer);
    void readBack();
    void compare(const JobAnswer &answer);

    SecretText m_text;
    Promise<Done> m_promise;
};
