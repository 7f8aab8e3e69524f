#include "app/keychain/keychainvault.h"

#include "app/keychain/keychainjob.h"
#include "app/keychain/readtask.h"
#include "app/keychain/removetask.h"
#include "app/keychain/writetask.h"

namespace {
constexpr qsizetype largestText = 1536;
}

KeychainVault::KeychainVault()
    : KeychainVault(KeychainObserver::forThisDesktop())
{
}

KeychainVault::KeychainVault(std::unique_ptr<KeychainObserver> observer)
    : m_observer(std::move(observer))
{
}

KeychainVault::~KeychainVault() = default;

Call KeychainVault::write(const VaultEntry &entry, SecretText text, Existing existing, QObject *context,
                          Continuation<Done> then)
{
    const Promise<Done> promise(context, std::move(then));
    if (text.isEmpty() || text.size() > largestText || holdsNul(text))
        promise.finishLater(Error(ErrorKind::KeychainRefused,
                                  tr("An entry has 1 to %1 bytes of text without a NUL.").arg(largestText)));
    else
        enqueue(std::make_unique<WriteTask>(*m_observer, entry, std::move(text), existing, promise));
    return promise.call();
}

Call KeychainVault::read(const VaultEntry &entry, Deadline deadline, QObject *context,
                         Continuation<SecretText> then)
{
    const Promise<SecretText> promise(context, std::move(then));
    enqueue(std::make_unique<ReadTask>(*m_observer, entry, deadline, promise));
    return promise.call();
}

Call KeychainVault::remove(const VaultEntry &entry, Deadline deadline, QObject *context,
                           Continuation<Done> then)
{
    const Promise<Done> promise(context, std::move(then));
    enqueue(std::make_unique<RemoveTask>(*m_observer, entry, deadline, promise));
    return promise.call();
}

QString KeychainVault::name() const
{
    return m_observer->name();
}

void KeychainVault::enqueue(std::unique_ptr<VaultTask> task)
{
    m_waiting.push_back(std::move(task));
    startNextLater();
}

void KeychainVault::startNextLater()
{
    QMetaObject::invokeMethod(this, &KeychainVault::startNext, Qt::QueuedConnection);
}

void KeychainVault::startNext()
{
    if (m_running)
        return;
    while (!m_waiting.empty() && m_waiting.front()->isForgotten())
        m_waiting.pop_front();
    if (m_waiting.empty())
        return;
    m_running = std::move(m_waiting.front());
    m_waiting.pop_front();
    connect(m_running.get(), &VaultTask::over, this, &KeychainVault::endRunning);
    m_running->start();
}

void KeychainVault::endRunning()
{
    // The task is still in the middle of its last step.
    m_running.release()->deleteLater();
    startNextLater();
}
