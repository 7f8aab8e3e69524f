#pragma once

#include "models/editing/accountreadback.h"
#include "models/ports/savedtokens.h"
#include "models/ports/tokenvault.h"

#include <QObject>

#include <memory>

/// "Yes" in the delete window: deletes the account, then its copy in the keychain of this computer. When the
/// answer is lost, it looks whether the account is still there.
class AccountDeletion : public QObject
{
    Q_OBJECT
public:
    enum class State {
        Ready, ///< error() is set when the last try failed.
        Deleting,
        Deleted ///< The account is gone. See keychainError() for its copy.
    };
    Q_ENUM(State)

    AccountDeletion(std::shared_ptr<AdminApi> api, TokenVault &vault, SavedTokens &savedTokens,
                    QString connectionKey, ServiceAccount account, QObject *parent = nullptr);

    const ServiceAccount &account() const { return m_account; }
    /// Whether the keychain of this computer has a copy, by the index.
    bool hasKeychainCopy() const;

    void start();
    /// Waits no longer. What was sent may be done all the same.
    void cancel();

    State state() const { return m_state; }
    const std::optional<Error> &error() const { return m_error; }
    /// In Ready after a failure: the server may have deleted it nevertheless, and looking did not tell.
    bool isOutcomeUnknown() const { return m_isOutcomeUnknown; }
    /// In Ready after a failure: the account as it was seen to be still there.
    const std::optional<ServiceAccount> &stillThere() const { return m_stillThere; }
    /// In Deleted: the account had a copy, and whether it went too.
    bool keychainCopyRemoved() const { return m_copyRemoved; }
    const std::optional<Error> &keychainError() const { return m_keychainError; }

Q_SIGNALS:
    void stateChanged();

private:
    void answered(const Result<Done> &result);
    void readBack(const Error &reason);
    void removeCopy();
    void copyRemoved(const Result<Done> &result);
    void fail(const Error &error, bool isOutcomeUnknown);
    void setState(State state);

    std::shared_ptr<AdminApi> m_api;
    TokenVault &m_vault;
    SavedTokens &m_savedTokens;
    const QString m_connectionKey;
    const ServiceAccount m_account;
    State m_state = State::Ready;
    std::optional<Error> m_error;
    bool m_isOutcomeUnknown = false;
    std::optional<ServiceAccount> m_stillThere;
    bool m_isAccountGone = false;
    std::optional<Error> m_keychainError;
    bool m_copyRemoved = false;
    AccountReadBack m_readBack;
    Call m_call;
};
