#include "app/storage/fileconnectionstore.h"

#include "app/storage/connectionnaming.h"
#include "app/storage/jsonlist.h"
#include "models/connections/connectionjson.h"
#include "models/connections/connectionname.h"
#include "models/connections/serveraddress.h"

namespace {

constexpr int version = 1;
constexpr QLatin1StringView localField("local");
constexpr QLatin1StringView serversField("servers");
constexpr QLatin1StringView removedField("removed");
constexpr QLatin1StringView lastUsedField("last_used");
constexpr QLatin1StringView keyField("key");
constexpr QLatin1StringView addressField("address");
constexpr QLatin1StringView savedField("credential_saved");

QString keyOf(const QJsonValue &entry)
{
    return entry.toObject().value(keyField).toString();
}

QUrl addressOf(const QJsonValue &entry)
{
    return normalizedAddress(QUrl(entry.toObject().value(addressField).toString(), QUrl::StrictMode));
}

std::optional<Connection> serverFrom(const QJsonValue &entry)
{
    Connection server = ConnectionJson::read(entry.toObject()).server;
    server.key = keyOf(entry);
    if (!isConnectionKey(server.key) || server.target.address.host().isEmpty())
        return std::nullopt;
    server.credentialSaved =
        QDateTime::fromString(entry.toObject().value(savedField).toString(), Qt::ISODate).toUTC();
    return server;
}

QJsonObject written(QJsonObject entry, const Connection &server)
{
    entry.insert(keyField, server.key);
    ConnectionJson::write(entry, server);
    if (server.credentialSaved.isValid())
        entry.insert(savedField, server.credentialSaved.toUTC().toString(Qt::ISODate));
    else
        entry.remove(savedField);
    return entry;
}

QJsonObject entryKey(const QString &key)
{
    return {{keyField, key}};
}

} // namespace

FileConnectionStore::FileConnectionStore(const QString &path, Place place)
    : m_file(path, version)
    , m_place(place)
{
    m_file.load();
    m_file.expectList(serversField);
    m_lastUsed = m_file.object().value(lastUsedField).toString();
    readLocal();
    readServers();
}

void FileConnectionStore::readServers()
{
    m_servers.clear();
    const QJsonArray entries = m_file.object().value(serversField).toArray();
    for (const QJsonValue &entry : entries) {
        auto server = serverFrom(entry);
        if (!server || m_servers.contains(*server) || *server == m_local)
            continue;
        // Earlier versions kept no name; and somebody may have edited the file.
        const QList<Connection> others = QList<Connection>{m_local} + m_servers;
        if (server->name.isEmpty())
            server->name = nameOfAddress(server->target.address);
        server->name = freeConnectionName(server->name, others);
        m_servers.append(*server);
    }
}

void FileConnectionStore::readLocal()
{
    m_local.kind = Connection::Kind::Local;
    m_local.name = tr("Local");
    auto object = m_file.object();
    auto entry = object.value(localField).toObject();
    QStringList ignored;
    m_local.policy = ConnectionJson::readPolicy(entry, ignored);
    m_local.key = m_place == Place::Default ? QStringLiteral("local") : entry.value(keyField).toString();
    if (isConnectionKey(m_local.key))
        return;
    m_local.key = connectionKey(QStringLiteral("local"), true, takenKeys());
    entry.insert(keyField, m_local.key);
    object.insert(localField, entry);
    const auto saved = m_file.save(std::move(object));
    if (!saved && m_file.notices().isEmpty())
        m_notices.append(saved.error().sentence());
}

QSet<QString> FileConnectionStore::takenKeys() const
{
    QSet<QString> keys{m_local.key};
    for (const QLatin1StringView field : {serversField, removedField}) {
        const QJsonArray entries = m_file.object().value(field).toArray();
        for (const QJsonValue &entry : entries)
            keys.insert(keyOf(entry));
    }
    return keys;
}

QString FileConnectionStore::keyFor(const Connection &server) const
{
    const QUrl address = normalizedAddress(server.target.address);
    const QJsonArray removed = m_file.object().value(removedField).toArray();
    for (const QJsonValue &entry : removed) {
        if (addressOf(entry) == address && isConnectionKey(keyOf(entry)))
            return keyOf(entry);
    }
    return connectionKey(server.name, m_place == Place::Chosen, takenKeys());
}

QString FileConnectionStore::nameProblem(const Connection &connection) const
{
    return connectionNameProblem(connection.name, QList<Connection>{m_local} + m_servers, connection.key);
}

Result<Connection> FileConnectionStore::add(const Connection &server)
{
    Connection made = server;
    made.kind = Connection::Kind::Server;
    made.key.clear();
    if (const QString problem = nameProblem(made); !problem.isEmpty())
        return Error(ErrorKind::NotAllowed, problem);
    made.name = tidyConnectionName(made.name);
    made.target.address = normalizedAddress(made.target.address);
    made.key = keyFor(made);

    auto object = m_file.object();
    if (JsonList removed(object, removedField); removed.remove(entryKey(made.key)))
        object = removed.in(std::move(object));
    JsonList servers(object, serversField);
    servers.put(entryKey(made.key), written({}, made));
    if (const auto saved = saveServers(servers.in(std::move(object))); !saved)
        return saved.error();
    return made;
}

Result<Done> FileConnectionStore::update(const Connection &connection)
{
    if (connection == m_local)
        return updateLocal(connection);
    if (!m_servers.contains(connection))
        return Error(ErrorKind::NotAllowed, tr("This connection was removed meanwhile."));
    if (const QString problem = nameProblem(connection); !problem.isEmpty())
        return Error(ErrorKind::NotAllowed, problem);
    Connection server = connection;
    server.name = tidyConnectionName(server.name);
    JsonList servers(m_file.object(), serversField);
    const QJsonObject key = entryKey(server.key);
    servers.put(key, written(servers.find(key), server));
    return saveServers(servers.in(m_file.object()));
}

Result<Done> FileConnectionStore::updateLocal(const Connection &connection)
{
    auto object = m_file.object();
    auto entry = object.value(localField).toObject();
    ConnectionJson::writePolicy(entry, connection.policy);
    object.insert(localField, entry);
    auto saved = m_file.save(std::move(object));
    if (saved)
        m_local.policy = connection.policy;
    return saved;
}

Result<Done> FileConnectionStore::remove(const QString &key)
{
    auto object = m_file.object();
    JsonList servers(object, serversField);
    const QJsonValue address = servers.find(entryKey(key)).value(addressField);
    if (!servers.remove(entryKey(key)))
        return Done{};
    JsonList removed(object, removedField);
    removed.put(entryKey(key), {{keyField, key}, {addressField, address}});
    return saveServers(removed.in(servers.in(std::move(object))));
}

Result<Done> FileConnectionStore::saveServers(QJsonObject object)
{
    auto saved = m_file.save(std::move(object));
    if (saved)
        readServers();
    return saved;
}

Result<Done> FileConnectionStore::setLastUsed(const QString &key)
{
    m_lastUsed = key;
    auto object = m_file.object();
    if (object.value(lastUsedField).toString() == key)
        return Done{};
    object.insert(lastUsedField, key);
    return m_file.save(std::move(object));
}
