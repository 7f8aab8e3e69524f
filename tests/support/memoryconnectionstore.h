#pragma once

#include "models/ports/connectionstore.h"

/// The connections file, in memory.
class MemoryConnectionStore final : public ConnectionStore
{
public:
    Connection local() const override;
    std::optional<Connection> server() const override { return m_server; }
    QString lastUsedKey() const override { return m_lastUsedKey; }
    Result<Connection> saveServer(const ApiTarget &target) override;
    Result<Done> setLastUsed(const QString &key) override;

    /// saveServer() fails with it until it is told otherwise.
    void failWith(const std::optional<Error> &error) { m_failure = error; }

private:
    std::optional<Connection> m_server;
    QString m_lastUsedKey;
    std::optional<Error> m_failure;
};
