#include "tests/support/memoryconnectionstore.h"

Connection MemoryConnectionStore::local() const
{
    Connection connection;
    connection.key = QStringLiteral("local");
    connection.name = QStringLiteral("Local");
    return connection;
}

Result<Connection> MemoryConnectionStore::saveServer(const ApiTarget &target)
{
    if (m_failure)
        return *m_failure;
    Connection connection;
    connection.kind = Connection::Kind::Server;
    connection.name = target.address.host();
    connection.key = QStringLiteral("server");
    connection.target = target;
    m_server = connection;
    return connection;
}

Result<Done> MemoryConnectionStore::setLastUsed(const QString &key)
{
    m_lastUsedKey = key;
    return Done();
}
