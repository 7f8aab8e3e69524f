#pragma once

#include <QProcess>
#include <QTemporaryDir>

/// A D-Bus session of this test process alone, with a home of its own, so that no test touches the keychain
/// of whoever runs it. To be made before anything in the process has asked for the session bus.
class PrivateSession
{
public:
    PrivateSession();
    ~PrivateSession();

    bool isReady() const { return !m_address.isEmpty(); }
    QString home() const { return m_home.path(); }

    /// A real GNOME Keyring whose default collection is open.
    bool startGnomeKeyring();
    /// One that nobody has logged in to yet.
    bool startGnomeKeyringWithoutCollection();
    /// Locks its default collection, as a screen lock does.
    bool lockDefaultCollection();

    /// Runs a service of the test's own until a name is on the bus.
    bool startService(const QString &program, const QStringList &arguments, const QString &busName);
    /// Beside it, another one: the window that asks for a password, for example.
    bool startSecondService(const QString &program, const QStringList &arguments, const QString &busName);
    /// Kills it.
    void stopService();
    /// As a full disk does: none of its writes to a file succeeds.
    void leaveNoRoomToService();

    /// SIGSTOP and SIGCONT to the service.
    void freezeService();
    void thawService();

    /// SIGSTOP to the bus.
    void freezeBus();
    void killBus();

    /// What a program prints that runs in this session.
    QByteArray outputOf(const QString &program, const QStringList &arguments) const;

private:
    bool waitForName(const QString &busName) const;

    QTemporaryDir m_home;
    QProcess m_bus;
    QProcess m_service;
    QProcess m_secondService;
    QString m_address;
};
