#include "models/many/singledeletion.h"

using State = AccountDeletion::State;

SingleDeletion::SingleDeletion(std::shared_ptr<AdminApi> api, TokenVault &vault, SavedTokens &savedTokens,
                               const QString &connectionKey, const ServiceAccount &account, QObject *parent)
    : SingleChange(parent)
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
        Q_EMIT ended({.error = m_deletion.error(),
                      .isUnknown = m_deletion.isOutcomeUnknown(),
                      .account = m_deletion.stillThere()});
        return;
    }
}
