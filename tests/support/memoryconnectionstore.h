#pragma once

#include "models/ports/connectionstore.h"

#include <optional>

/// The connections file, in memory. The keys are "local", "server", "server-2" ...
class MemoryConnectionStore final : public ConnectionStore
{
public:
    MemoryConnectionStore();

    Connection local() const override { return m_local; }
    QList<Connection> servers() const override { return m_servers; }
    QString lastUsedKey() const override { return m_lastUsedKey; }
    Result<Connection> add(const Connection &server) override;
    Result<Done> update(const Connection &connection) override;
    Result<Done> remove(const QString &key) override;
    Result<Done> setLastUsed(const QString &key) override;

    /// A server at @p address, named after its host.
    Connection addServer(const QString &address);
    /// Writing connections fails with it until it is told otherwise.
    void failWith(const std::optional<Error> &error) { m_failure = error; }

private:
    Connection m_local;
    QList<Connection> m_servers;
    int m_made = 0;
    QString m_lastUsedKey;
    std::optional<Error> m_failure;
};
