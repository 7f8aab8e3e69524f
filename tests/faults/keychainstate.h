#pragma once

#include "app/keychain/keychainvault.h"
#include "tests/app/keychain/privatesession.h"

#include <memory>

/// One keychain in one state: read, written to and removed from once, with the event loop watched meanwhile.
/// To be run in a process of its own, because QtKeychain and libsecret keep a session bus for a process's
/// life.
class KeychainState
{
public:
    /// @p keychain is "gnome-keyring", "secret-service" or "kwallet"; @p state one of the table of the test.
    KeychainState(const QString &keychain, const QString &state);
    ~KeychainState();

    /// Prints one line: "READ WRITE REMOVE longest-gap longest-gap-of-the-computer". Gives the exit code.
    int run();

private:
    bool start();
    bool startGnomeKeyring();
    bool putAnEntry();
    void disturb();
    void disturbMidJob();
    /// Whether a keyring that is started anew has what was written.
    bool isOnDisk();
    bool isKilledAtAMoment() const { return m_state.startsWith(u"killed after "); }
    bool isStuck() const;
    bool is(const char *state) const { return m_state == QLatin1StringView(state); }
    bool isOn(const char *keychain) const { return m_keychain == QLatin1StringView(keychain); }
    QByteArray textToWrite() const;

    QString m_keychain;
    QString m_state;
    PrivateSession m_session;
    std::unique_ptr<KeychainVault> m_vault;
};
