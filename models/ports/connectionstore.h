#pragma once

#include "models/connections/connection.h"
#include "models/errors/result.h"

#include <optional>

/// The connections file. Holds no credential.
class ConnectionStore
{
public:
    virtual ~ConnectionStore() = default;

    /// The local workspace; its key is made at the first call and kept.
    virtual Connection local() const = 0;
    /// The one server that is known so far, if any.
    virtual std::optional<Connection> server() const = 0;
    /// The key of the connection that was open last; empty at the first start.
    virtual QString lastUsedKey() const = 0;

    /// Keeps @p target as the server, under its present key when the address is the same, else a new one.
    virtual Result<Connection> saveServer(const ApiTarget &target) = 0;
    virtual Result<Done> setLastUsed(const QString &key) = 0;
};
