#pragma once

#include "app/keychain/keychainobserver.h"
#include "models/ports/tokenvault.h"

#include <QObject>

#include <deque>

class VaultTask;

/// The operating system's keychain through QtKeychain, which runs one job after another without a time limit:
/// so does this queue, in which a write and its reading back have nothing between them.
class KeychainVault final : public QObject, public TokenVault
{
    Q_OBJECT
public:
    KeychainVault();
    explicit KeychainVault(std::unique_ptr<KeychainObserver> observer);
    ~KeychainVault() override;

    /// Refuses more than 1.5 KB, so that it fits into Windows' keychain as well, and a NUL, at which
    /// QtKeychain would cut the text.
    Call write(const VaultEntry &entry, SecretText text, Existing existing, QObject *context,
               Continuation<Done> then) override;
    Call read(const VaultEntry &entry, Deadline deadline, QObject *context,
              Continuation<SecretText> then) override;
    Call remove(const VaultEntry &entry, Deadline deadline, QObject *context,
                Continuation<Done> then) override;
    QString name() const override;

private:
    void enqueue(std::unique_ptr<VaultTask> task);
    void startNextLater();
    void startNext();
    void endRunning();

    std::unique_ptr<KeychainObserver> m_observer;
    std::deque<std::unique_ptr<VaultTask>> m_waiting;
    std::unique_ptr<VaultTask> m_running;
};
