#include "models/deletion/accountdeletion.h"

using namespace std::chrono_literals;

namespace {

/// The account is gone already; a keychain that keeps silent is not waited for longer than this.
constexpr Deadline keychainDeadline = 10s;

} // namespace

AccountDeletion::AccountDeletion(std::shared_ptr<AdminApi> api, TokenVault &vault, SavedTokens &savedTokens,
                                 QString connectionKey, ServiceAccount account, QObject *parent)
    : QObject(parent)
    , m_api(std::move(api))
    , m_vault(vault)
    , m_savedTokens(savedTokens)
    , m_connectionKey(std::move(connectionKey))
    , m_account(std::move(account))
{
}

bool AccountDeletion::hasKeychainCopy() const
{
    return m_savedTokens.find(m_connectionKey, m_account.name).has_value();
}

void AccountDeletion::start()
{
    if (m_state != State::Ready)
        return;
    m_error.reset();
    m_call = m_api->deleteServiceAccount(m_account.id, standardDeadline, this,
                                         [this](const Result<Done> &result) { accountDeleted(result); });
    setState(State::Deleting);
}

void AccountDeletion::accountDeleted(const Result<Done> &result)
{
    if (!result) {
        m_error = result.error();
        setState(State::Ready);
        return;
    }
    if (!hasKeychainCopy()) {
        setState(State::Deleted);
        return;
    }
    m_call = m_vault.remove(VaultEntry::forAccount(m_connectionKey, m_account.name), keychainDeadline, this,
                            [this](const Result<Done> &removal) { copyRemoved(removal); });
}

void AccountDeletion::copyRemoved(const Result<Done> &result)
{
    if (result) {
        m_copyRemoved = true;
        // Not fatal: an entry that the index names and the keychain lacks is found at its next use.
        if (const Result<Done> forgotten = m_savedTokens.forget(m_connectionKey, m_account.name); !forgotten)
            m_keychainError = forgotten.error();
    } else {
        m_keychainError = result.error();
    }
    setState(State::Deleted);
}

void AccountDeletion::setState(State state)
{
    m_state = state;
    Q_EMIT stateChanged();
}
