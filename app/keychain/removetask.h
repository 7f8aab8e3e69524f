#pragma once

#include "app/keychain/vaulttask.h"
#include "models/ports/call.h"

/// Deletes one entry and makes sure. QtKeychain reports a delete in a locked keychain as a success while the
/// entry stays, so it is unlocked first, and what counts is that it is not found afterwards.
class RemoveTask final : public VaultTask
{
    Q_OBJECT
public:
    RemoveTask(KeychainObserver &observer, const VaultEntry &entry, Deadline deadline, Promise<Done> promise);

    bool isForgotten() const override { return m_promise.isOver(); }
    void start() override;

protected:
    void answerWith(const Error &error) override { m_promise.finish(error); }

private:
    void unlock();
    void remove();
    void confirm();
    void confirmByReading();
    void succeed();

    Promise<Done> m_promise;
};
