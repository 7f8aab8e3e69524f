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
    , m_readBack(m_api)
{
}

bool AccountDeletion::hasKeychainCopy() const
{
    return m_savedTokens.holds(m_connectionKey, m_account.name, m_account.id);
}

void AccountDeletion::start()
{
    if (m_state != State::Ready)
        return;
    m_error.reset();
    m_isOutcomeUnknown = false;
    m_stillThere.reset();
    m_call = m_api->deleteServiceAccount(m_account.id, standardDeadline, this,
                                         [this](const Result<Done> &result) { answered(result); });
    setState(State::Deleting);
}

void AccountDeletion::cancel()
{
    if (m_state != State::Deleting)
        return;
    m_call.cancel();
    m_readBack.cancel();
    if (m_isAccountGone)
        copyRemoved(Error(ErrorKind::Cancelled));
    else
        fail(Error(ErrorKind::Cancelled), true);
}

void AccountDeletion::answered(const Result<Done> &result)
{
    if (result)
        removeCopy();
    else if (result.error().leavesOutcomeUnknown())
        readBack(result.error());
    else
        fail(result.error(), false);
}

void AccountDeletion::readBack(const Error &reason)
{
    // A server that answered is not at work on it any more.
    const auto isSettled = [isAnswered = reason.asksToWait()](const ServiceAccount &) { return isAnswered; };
    m_readBack.start(m_account.id, isSettled, [this, reason](Result<ServiceAccount> result) {
        if (result) {
            m_stillThere = std::move(result).value();
            fail(reason, false);
            return;
        }
        if (result.error().kind == ErrorKind::NotFound)
            removeCopy();
        else
            fail(AccountReadBack::worthTelling(result.error(), reason), true);
    });
}

void AccountDeletion::removeCopy()
{
    m_isAccountGone = true;
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

void AccountDeletion::fail(const Error &error, bool isOutcomeUnknown)
{
    m_error = error;
    m_isOutcomeUnknown = isOutcomeUnknown;
    setState(State::Ready);
}

void AccountDeletion::setState(State state)
{
    m_state = state;
    Q_EMIT stateChanged();
}
