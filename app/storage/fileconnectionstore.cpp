#include "app/storage/fileconnectionstore.h"

#include "app/storage/connectionnaming.h"

#include <QJsonArray>

namespace {

constexpr int version = 1;
constexpr QLatin1StringView localField("local");
constexpr QLatin1StringView serversField("servers");
constexpr QLatin1StringView currentField("server");
constexpr QLatin1StringView lastUsedField("last_used");
constexpr QLatin1StringView keyField("key");
constexpr QLatin1StringView addressField("address");
constexpr QLatin1StringView pathField("resource_path");
constexpr QLatin1StringView datesField("dates");
constexpr QLatin1StringView datesInSeconds("seconds");
constexpr QLatin1StringView datesIso("iso8601");

std::optional<Connection> serverFrom(const QJsonObject &entry)
{
    Connection server;
    server.kind = Connection::Kind::Server;
    server.key = entry.value(keyField).toString();
    server.target.address = normalizedAddress(QUrl(entry.value(addressField).toString(), QUrl::StrictMode));
    if (!isConnectionKey(server.key) || server.target.address.host().isEmpty())
        return std::nullopt;
    server.name = connectionName(server.target.address);
    server.target.resourcePath = entry.value(pathField).toString(ApiTarget::defaultResourcePath());
    if (entry.value(datesField).toString() == datesInSeconds)
        server.target.dateStyle = DateStyle::Seconds;
    return server;
}

void writeServer(QJsonObject &entry, const Connection &server)
{
    entry.insert(keyField, server.key);
    entry.insert(addressField, server.target.address.toString(QUrl::FullyEncoded));
    entry.insert(pathField, server.target.resourcePath);
    entry.insert(datesField, server.target.dateStyle == DateStyle::Seconds ? datesInSeconds : datesIso);
}

} // namespace

FileConnectionStore::FileConnectionStore(const QString &path, Place place)
    : m_file(path, version)
    , m_place(place)
{
    m_file.load();
    const auto servers = m_file.object().value(serversField);
    if (!servers.isUndefined() && !servers.isArray())
        m_file.reject();
    m_lastUsed = m_file.object().value(lastUsedField).toString();
    findLocalKey();
}

void FileConnectionStore::findLocalKey()
{
    if (m_place == Place::Default) {
        m_localKey = QStringLiteral("local");
        return;
    }
    auto object = m_file.object();
    auto entry = object.value(localField).toObject();
    m_localKey = entry.value(keyField).toString();
    if (isConnectionKey(m_localKey))
        return;
    m_localKey = connectionKey(QStringLiteral("local"), true, takenKeys());
    entry.insert(keyField, m_localKey);
    object.insert(localField, entry);
    const auto saved = m_file.save(std::move(object));
    if (!saved && m_file.notices().isEmpty())
        m_notices.append(saved.error().sentence());
}

Connection FileConnectionStore::local() const
{
    Connection connection;
    connection.kind = Connection::Kind::Local;
    connection.key = m_localKey;
    connection.name = tr("Local");
    return connection;
}

std::optional<Connection> FileConnectionStore::server() const
{
    const QString current = m_file.object().value(currentField).toString();
    for (const QJsonValue &entry : m_file.object().value(serversField).toArray()) {
        const auto server = serverFrom(entry.toObject());
        if (server && server->key == current)
            return server;
    }
    return std::nullopt;
}

QSet<QString> FileConnectionStore::takenKeys() const
{
    QSet<QString> keys{m_localKey};
    for (const QJsonValue &entry : m_file.object().value(serversField).toArray())
        keys.insert(entry.toObject().value(keyField).toString());
    return keys;
}

Result<Connection> FileConnectionStore::saveServer(const ApiTarget &target)
{
    Connection server;
    server.kind = Connection::Kind::Server;
    server.target = target;
    server.target.address = normalizedAddress(target.address);
    server.name = connectionName(server.target.address);

    auto object = m_file.object();
    auto list = object.value(serversField).toArray();
    qsizetype index = 0;
    for (; index < list.size(); ++index) {
        const auto known = serverFrom(list.at(index).toObject());
        if (known && known->target.address == server.target.address) {
            server.key = known->key;
            break;
        }
    }
    if (server.key.isEmpty())
        server.key = connectionKey(server.name, m_place == Place::Chosen, takenKeys());
    auto entry = index < list.size() ? list.at(index).toObject() : QJsonObject();
    writeServer(entry, server);
    if (index < list.size())
        list.replace(index, entry);
    else
        list.append(entry);
    object.insert(serversField, list);
    object.insert(currentField, server.key);
    const auto saved = m_file.save(std::move(object));
    if (!saved)
        return saved.error();
    return server;
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
