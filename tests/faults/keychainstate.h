#pragma once

#include "app/keychain/keychainvault.h"
#include "tests/app/keychain/privatesession.h"

#include <memory>

/// One keychain in one state. To be made in a process of its own, because QtKeychain and libsecret keep a
/// session bus for a process's life.
class KeychainState
{
public:
    /// @p keychain is "gnome-keyring", "secret-service" or "kwallet"; @p state one of the table of the test.
    KeychainState(const QString &keychain, const QString &state);
    ~KeychainState();

    /// Starts it and brings it into its state; whether that could be done. Needs an event loop, like all
    /// below.
    bool begin();
    /// After begin().
    KeychainVault &vault() { return *m_vault; }
    /// A frozen one answers again.
    void thaw() { m_session.thawService(); }
    /// Leaves behind whatever still runs, as when the program is quit; it is answered when nobody waits.
    void end();

    /// Reads, writes and removes once, and watches the event loop meanwhile. Prints one line: "READ WRITE
    /// REMOVE longest-gap longest-gap-of-the-computer". Gives the exit code.
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
