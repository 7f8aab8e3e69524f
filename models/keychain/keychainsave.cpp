#include "models/keychain/keychainsave.h"

KeychainSave::KeychainSave(TokenVault &vault, SavedTokens &savedTokens, const Clock &clock, SavedToken entry,
                           QObject *parent)
    : QObject(parent)
    , m_vault(vault)
    , m_savedTokens(savedTokens)
    , m_clock(clock)
    , m_entry(std::move(entry))
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(standardPatience);
    connect(&m_patience, &QTimer::timeout, this, [this] { setState(State::Silent); });
}

QString KeychainSave::sentence() const
{
    switch (m_state) {
    case State::Idle:
        return {};
    case State::Waiting:
        return tr("Waiting for the keychain…");
    case State::Silent:
        return tr("The keychain does not answer. The token stays here.");
    case State::Saved:
        return tr("Saved in the keychain");
    case State::Failed:
        return m_error.kind == ErrorKind::KeychainLocked
                   ? tr("The keychain is locked. Unlock it and save again.")
                   : m_error.sentence();
    case State::WouldReplace:
        return tr("The keychain has a token of that name already. This one is not saved.");
    }
    Q_UNREACHABLE();
}

std::optional<SavedToken> KeychainSave::wouldReplace() const
{
    return m_savedTokens.find(m_entry.connectionKey, m_entry.accountName);
}

void KeychainSave::save(const SecretText &token)
{
    if (isRunning() || m_state == State::Saved)
        return;
    if (m_existing == TokenVault::Existing::Keep && wouldReplace()) {
        setState(State::WouldReplace);
        return;
    }
    m_call = m_vault.write(VaultEntry::forAccount(m_entry.connectionKey, m_entry.accountName), token.clone(),
                           m_existing, this, [this](const Result<Done> &result) { finished(result); });
    m_patience.start();
    setState(State::Waiting);
}

void KeychainSave::finished(const Result<Done> &result)
{
    m_patience.stop();
    if (!result) {
        m_error = result.error();
        setState(m_error.kind == ErrorKind::KeychainEntryExists ? State::WouldReplace : State::Failed);
        return;
    }
    m_entry.savedOn = m_clock.now();
    // The token is safe even if the index cannot be written: then only the Keychain column misses it.
    if (const Result<Done> recorded = m_savedTokens.record(m_entry); !recorded)
        m_error = recorded.error();
    setState(State::Saved);
}

void KeychainSave::setState(State state)
{
    m_state = state;
    Q_EMIT stateChanged();
}
