#include "tests/support/memoryconnectionstore.h"

#include "models/connections/connectionname.h"

MemoryConnectionStore::MemoryConnectionStore()
{
    m_local.key = QStringLiteral("local");
    m_local.name = QStringLiteral("Local");
}

Result<Connection> MemoryConnectionStore::add(const Connection &server)
{
    if (m_failure)
        return *m_failure;
    const QString problem = connectionNameProblem(server.name, QList<Connection>{m_local} + m_servers);
    if (!problem.isEmpty())
        return Error(ErrorKind::NotAllowed, problem);
    Connection made = server;
    made.kind = Connection::Kind::Server;
    made.key = ++m_made == 1 ? QStringLiteral("server") : QStringLiteral("server-%1").arg(m_made);
    m_servers.append(made);
    return made;
}

Result<Done> MemoryConnectionStore::update(const Connection &connection)
{
    if (m_failure)
        return *m_failure;
    if (connection.key == m_local.key) {
        m_local.policy = connection.policy;
        return Done{};
    }
    const QString problem =
        connectionNameProblem(connection.name, QList<Connection>{m_local} + m_servers, connection.key);
    const qsizetype at = m_servers.indexOf(connection);
    if (at < 0 || !problem.isEmpty())
        return Error(ErrorKind::NotAllowed, problem);
    m_servers.replace(at, connection);
    return Done{};
}

Result<Done> MemoryConnectionStore::remove(const QString &key)
{
    if (m_failure)
        return *m_failure;
    m_servers.removeIf([&key](const Connection &server) { return server.key == key; });
    return Done{};
}

Result<Done> MemoryConnectionStore::setLastUsed(const QString &key)
{
    m_lastUsedKey = key;
    return Done();
}

Connection MemoryConnectionStore::addServer(const QString &address)
{
    Connection server;
    server.kind = Connection::Kind::Server;
    server.target.address = QUrl(address);
    server.name = nameOfAddress(server.target.address);
    const Result<Connection> added = add(server);
    Q_ASSERT(added.ok());
    return added.value();
}
