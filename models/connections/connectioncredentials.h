#pragma once

#include "models/connections/connection.h"
#include "models/ports/clock.h"
#include "models/ports/connectionstore.h"
#include "models/ports/tokenvault.h"

#include <QObject>

#include <map>
#include <optional>

/// What the console signs in with, by connection key: in the keychain, and for this run in guarded memory.
class ConnectionCredentials : public QObject
{
    Q_OBJECT
public:
    ConnectionCredentials(TokenVault &vault, ConnectionStore &store, const Clock &clock,
                          QObject *parent = nullptr);
    ~ConnectionCredentials() override;

    /// Known at once; changed() says when the keychain took it, or did not.
    void keep(const QString &key, SecretText credential);
    /// From this run, else from the keychain, which is asked once then.
    Call read(const QString &key, Deadline deadline, QObject *context, Continuation<SecretText> then);
    /// Of this run; nullptr when it was not needed yet.
    const SecretText *known(const QString &key) const;
    /// Forgets it here, and then in the keychain: removed() says how that went.
    void remove(const Connection &connection);

    /// Why the keychain does not have it: it is known until the program ends. Nothing otherwise.
    std::optional<Error> keptInMemoryOnly(const QString &key) const;

Q_SIGNALS:
    void changed(const QString &key);
    /// @p problem says why the keychain may still have it; nothing when it is gone.
    void removed(const Connection &connection, const std::optional<Error> &problem);

private:
    bool wasSaved(const QString &key) const;
    void written(const QString &key, const Result<Done> &result);

    TokenVault &m_vault;
    ConnectionStore &m_store;
    const Clock &m_clock;
    std::map<QString, SecretText> m_known;
    std::map<QString, Error> m_keptInMemoryOnly;
    /// By key: a write of one connection does not end that of another, and each goes on whatever is open.
    std::map<QString, Call> m_writes;
    std::map<QString, Call> m_removals;
};
