#pragma once

#include "models/connections/connection.h"
#include "models/errors/result.h"

#include <QList>

/// The connections file. Holds no credential.
class ConnectionStore
{
public:
    virtual ~ConnectionStore() = default;

    /// The local workspace; its key is made at the first call and kept.
    virtual Connection local() const = 0;
    /// In the order in which they were added.
    virtual QList<Connection> servers() const = 0;
    /// The key of the connection that was open last; empty at the first start.
    virtual QString lastUsedKey() const = 0;

    /// Keeps a new server. Its key is made here, from the name; a server that was removed before gets its key
    /// back when one with the same address is added, so that its keychain entries are found again, and no
    /// other connection ever gets that key. NotAllowed when the name cannot be used.
    virtual Result<Connection> add(const Connection &server) = 0;
    /// Replaces what is known under connection.key; of the local workspace only the policy. NotAllowed when
    /// the name cannot be used, or there is no such connection.
    virtual Result<Done> update(const Connection &connection) = 0;
    /// Forgets a server. Its keychain entries are not touched: the credential's is for the caller to remove,
    /// those of saved tokens stay under its key, because scripts may read them.
    virtual Result<Done> remove(const QString &key) = 0;
    virtual Result<Done> setLastUsed(const QString &key) = 0;
};
