#pragma once

#include "models/keychain/keychainsave.h"
#include "models/ports/adminapi.h"

#include <QElapsedTimer>
#include <QObject>

#include <memory>

/// One click on "Generate New Token", from there to the moment when the person has the token safe. It is
/// owned by TokenCreations and not by a window: a window watches it and may go away.
///
/// Journalled → Sent → Answered → Stored → Confirmed is the way; from Sent it can also end as NotMade (the
/// server said no: nothing exists) or Unknown (the answer was lost: an account may exist). While the server
/// is known to honour Idempotency-Key, a lost answer is asked for again with the same key, at most twice
/// within 3 s of the failure (resources/openapi/admin-api.yaml, "Idempotency-Key").
class TokenCreation : public QObject
{
    Q_OBJECT
public:
    enum class State { Journalled, Sent, Answered, Stored, Confirmed, NotMade, Unknown };
    Q_ENUM(State)

    /// The ports must outlive it.
    TokenCreation(std::shared_ptr<AdminApi> api, TokenVault &vault, SavedTokens &savedTokens,
                  const Clock &clock, QString connectionKey, NewServiceAccount request,
                  QObject *parent = nullptr);
    ~TokenCreation() override;

    /// Sends the request. Once, in state Journalled.
    void start();

    State state() const { return m_state; }
    const NewServiceAccount &request() const { return m_request; }
    /// Why it ended as NotMade or Unknown.
    const Error &error() const { return m_error; }
    /// Whether a lost answer is being asked for again: "Finding out what happened to <name>…".
    bool isFindingOut() const { return m_state == State::Sent && m_isFindingOut; }

    /// From Answered on.
    const ServiceAccount &account() const { return m_account; }
    /// From Answered until Confirmed; empty otherwise.
    const SecretText &token() const { return m_token; }

    /// Call it after the token was put on the clipboard.
    void markCopied();
    bool wasCopied() const { return m_copied; }
    /// From Answered on.
    KeychainSave *keychainSave() { return m_keychainSave; }
    void saveToKeychain();
    /// Copied or saved: leaving the token loses nothing.
    bool isKept() const { return m_copied || m_state == State::Stored; }

    /// "Done": wipes the token. From Answered or Stored. A save under way still runs to its end.
    void confirm();

    /// Confirmed, NotMade or Unknown, and no keychain write under way.
    bool isFinished() const;

Q_SIGNALS:
    void stateChanged();
    /// isFinished() became true: the owner deletes it when the event loop comes round.
    void finished();

private:
    void send();
    void answered(Result<CreatedToken> result);
    bool sendAgain();
    void setState(State state);
    void finishWhenIdle();

    std::shared_ptr<AdminApi> m_api;
    TokenVault &m_vault;
    SavedTokens &m_savedTokens;
    const Clock &m_clock;
    const QString m_connectionKey;
    const NewServiceAccount m_request;
    const QString m_idempotencyKey;
    State m_state = State::Journalled;
    Call m_call;
    int m_tries = 0;
    bool m_isFindingOut = false;
    QElapsedTimer m_sinceFirstFailure;
    Error m_error;
    ServiceAccount m_account;
    SecretText m_token;
    bool m_copied = false;
    KeychainSave *m_keychainSave = nullptr;
};
