#include "models/deletion/accountdeletion.h"

#include <array>

using namespace std::chrono_literals;

namespace {

/// After a look that found the account: the server may still be at work on the request.
constexpr std::array pauses{700ms, 1700ms};

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
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &AccountDeletion::readBack);
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
    m_looks = 0;
    m_call = m_api->deleteServiceAccount(m_account.id, standardDeadline, this,
                                         [this](const Result<Done> &result) { answered(result); });
    setState(State::Deleting);
}

void AccountDeletion::cancel()
{
    if (m_state != State::Deleting)
        return;
    m_call.cancel();
    m_pause.stop();
    if (m_isAccountGone)
        copyRemoved(Error(ErrorKind::Cancelled));
    else
        fail(Error(ErrorKind::Cancelled), true);
}

void AccountDeletion::answered(const Result<Done> &result)
{
    if (result)
        removeCopy();
    else if (!result.error().leavesOutcomeUnknown())
        fail(result.error(), false);
    else if (result.error().asksToWait())
        fail(result.error(), true);
    else {
        m_reason = result.error();
        readBack();
    }
}

void AccountDeletion::readBack()
{
    m_call =
        m_api->serviceAccount(m_account.id, standardDeadline, this, [this](Result<ServiceAccount> result) {
            if (result)
                seenStillThere(result.value());
            else if (result.error().kind == ErrorKind::NotFound)
                removeCopy();
            else
                fail(result.error().asksToWait() || result.error().concernsToken() ? result.error()
                                                                                   : m_reason,
                     true);
        });
}

void AccountDeletion::seenStillThere(const ServiceAccount &account)
{
    const auto look = static_cast<size_t>(m_looks++);
    if (look < pauses.size()) {
        m_pause.start(pauses.at(look));
        return;
    }
    m_stillThere = account;
    fail(m_reason, false);
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
