#pragma once

#include "app/keychain/vaulttask.h"
#include "models/ports/call.h"
#include "models/ports/tokenvault.h"

/// Writes, reads back and compares. QtKeychain reports a write that KWallet refused as a success, so only
/// what was read back counts. An entry that is to be kept is looked for first, behind a lock as well.
class WriteTask final : public VaultTask
{
    Q_OBJECT
public:
    WriteTask(KeychainObserver &observer, const VaultEntry &entry, SecretText text,
              TokenVault::Existing existing, Promise<Done> promise);

    bool isForgotten() const override { return m_promise.isOver(); }
    void start() override;

protected:
    void answerWith(const Error &error) override { m_promise.finish(error); }

private:
    void writeIfAbsent();
    void write();
    void written(const JobAnswer &answer);
    void failUnlessSilent(const JobAnswer &answer);
    void readBack();
    void compare(const JobAnswer &answer);

    SecretText m_text;
    /// Replace from the first write on: what is there may then be ours.
    TokenVault::Existing m_existing;
    Promise<Done> m_promise;
};
