#include "app/storage/fileconnectionstore.h"

#include "app/storage/connectionnaming.h"
#include "models/connections/connectionjson.h"
#include "models/connections/connectionname.h"
#include "models/connections/serveraddress.h"

#include <algorithm>

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

qsizetype indexOf(const QJsonArray &entries, const QString &key)
{
    const auto found = std::find_if(entries.cbegin(), entries.cend(),
                                    [&key](const QJsonValue &entry) { return keyOf(entry) == key; });
    return found == entries.cend() ? -1 : std::distance(entries.cbegin(), found);
}

} // namespace

FileConnectionStore::FileConnectionStore(const QString &path, Place place)
    : m_file(path, version)
    , m_place(place)
{
    m_file.load();
    const auto entries = m_file.object().value(serversField);
    if (!entries.isUndefined() && !entries.isArray())
        m_file.reject();
    m_lastUsed = m_file.object().value(lastUsedField).toString();
    readLocal();
    readServers();
}

void FileConnectionStore::readServers()
{
    m_servers.clear();
    for (const QJsonValue &entry : m_file.object().value(serversField).toArray()) {
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
        for (const QJsonValue &entry : m_file.object().value(field).toArray())
            keys.insert(keyOf(entry));
    }
    return keys;
}

QString FileConnectionStore::keyFor(const Connection &server) const
{
    const QUrl address = normalizedAddress(server.target.address);
    for (const QJsonValue &entry : m_file.object().value(removedField).toArray()) {
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
    auto removed = object.value(removedField).toArray();
    if (const qsizetype at = indexOf(removed, made.key); at >= 0) {
        removed.removeAt(at);
        object.insert(removedField, removed);
    }
    auto entries = object.value(serversField).toArray();
    entries.append(written({}, made));
    if (const auto saved = saveServers(std::move(object), entries); !saved)
        return saved.error();
    return made;
}

Result<Done> FileConnectionStore::update(const Connection &connection)
{
    if (connection == m_local)
        return updateLocal(connection);
    auto entries = m_file.object().value(serversField).toArray();
    const qsizetype at = indexOf(entries, connection.key);
    if (at < 0 || !m_servers.contains(connection))
        return Error(ErrorKind::NotAllowed, tr("This connection was removed meanwhile."));
    if (const QString problem = nameProblem(connection); !problem.isEmpty())
        return Error(ErrorKind::NotAllowed, problem);
    Connection server = connection;
    server.name = tidyConnectionName(server.name);
    entries.replace(at, written(entries.at(at).toObject(), server));
    return saveServers(m_file.object(), entries);
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
    auto entries = object.value(serversField).toArray();
    const qsizetype at = indexOf(entries, key);
    if (at < 0)
        return Done{};
    auto removed = object.value(removedField).toArray();
    removed.append(
        QJsonObject{{keyField, key}, {addressField, entries.at(at).toObject().value(addressField)}});
    object.insert(removedField, removed);
    entries.removeAt(at);
    return saveServers(std::move(object), entries);
}

Result<Done> FileConnectionStore::saveServers(QJsonObject object, const QJsonArray &entries)
{
    object.insert(serversField, entries);
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
