#pragma once

#include "models/ports/clock.h"
#include "models/ports/savedtokens.h"
#include "models/ports/tokenvault.h"

#include <QObject>
#include <QTimer>

/// "Save to Keychain" of one token. Saved means that it was read back equal and is in the index. A keychain
/// that keeps silent is said so after 10 s, and a late success still counts. An entry that is there already,
/// by the index or by the keychain, is not replaced before allowReplacing().
class KeychainSave : public QObject
{
    Q_OBJECT
public:
    enum class State { Idle, Waiting, Silent, Saved, Failed, WouldReplace };
    Q_ENUM(State)

    /// After this long the person is told that the keychain does not answer.
    static constexpr std::chrono::milliseconds standardPatience = std::chrono::seconds(10);

    KeychainSave(TokenVault &vault, SavedTokens &savedTokens, const Clock &clock, SavedToken entry,
                 QObject *parent = nullptr);

    State state() const { return m_state; }
    bool isRunning() const { return m_state == State::Waiting || m_state == State::Silent; }
    const Error &error() const { return m_error; }
    /// Translated, for under the buttons; empty while Idle.
    QString sentence() const;

    /// The entry that this save would replace, if the index knows it. The keychain may have one all the same:
    /// the state is WouldReplace in either case.
    std::optional<SavedToken> wouldReplace() const;

    void setPatience(std::chrono::milliseconds patience) { m_patience.setInterval(patience); }

    /// The person was asked, and agreed.
    void allowReplacing() { m_existing = TokenVault::Existing::Replace; }

    /// Does nothing while it runs and after it succeeded. Ends in WouldReplace, each time, where the person
    /// is to be asked first.
    void save(const SecretText &token);

Q_SIGNALS:
    void stateChanged();

private:
    void finished(const Result<Done> &result);
    void setState(State state);

    TokenVault &m_vault;
    SavedTokens &m_savedTokens;
    const Clock &m_clock;
    SavedToken m_entry;
    TokenVault::Existing m_existing = TokenVault::Existing::Keep;
    State m_state = State::Idle;
    Error m_error;
    QTimer m_patience;
    Call m_call;
};
