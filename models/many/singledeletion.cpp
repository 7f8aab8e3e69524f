#include "models/many/singledeletion.h"

using State = AccountDeletion::State;

SingleDeletion::SingleDeletion(std::shared_ptr<AdminApi> api, TokenVault &vault, SavedTokens &savedTokens,
                               const QString &connectionKey, const ServiceAccount &account, QObject *parent)
    : SingleChange(parent)
    , m_api(api)
    , m_deletion(std::move(api), vault, savedTokens, connectionKey, account)
{
    connect(&m_deletion, &AccountDeletion::stateChanged, this, &SingleDeletion::follow);
}

void SingleDeletion::start()
{
    m_deletion.start();
}

void SingleDeletion::follow()
{
    switch (m_deletion.state()) {
    case State::Deleting:
        return;
    case State::Deleted:
        Q_EMIT ended({.isGone = true,
                      .keychainCopyRemoved = m_deletion.keychainCopyRemoved(),
                      .keychainError = m_deletion.keychainError()});
        return;
    case State::Ready:
        break;
    }
    const Error error = m_deletion.error().value_or(Error());
    if (m_isKnownToBeGone)
        Q_EMIT ended({.isGone = true, .keychainError = error});
    else if (error.leavesOutcomeUnknown() && !error.asksToWait())
        readBack(error);
    else
        Q_EMIT ended({.error = error});
}

void SingleDeletion::readBack(const Error &reason)
{
    m_call = m_api->serviceAccount(
        m_deletion.account().id, standardDeadline, this, [this, reason](Result<ServiceAccount> result) {
            if (result) {
                Q_EMIT ended({.error = reason, .account = std::move(result).value()});
            } else if (result.error().kind == ErrorKind::NotFound) {
                // Once more: an account that is gone is a success there, and its copy goes as well.
                m_isKnownToBeGone = true;
                m_deletion.start();
            } else if (result.error().asksToWait()) {
                Q_EMIT ended({.error = result.error()});
            } else {
                Q_EMIT ended({.error = reason, .isUnknown = true});
            }
        });
}
