#pragma once

#include "app/storage/jsonfile.h"
#include "models/ports/connectionstore.h"

#include <QSet>

/// The connections in connections.json. Of a removed server the key and the address stay in the file under
/// "removed": who comes back to it finds its keychain entries, and no other connection meets them.
class FileConnectionStore final : public ConnectionStore
{
    Q_DECLARE_TR_FUNCTIONS(FileConnectionStore)
public:
    enum class Place {
        Default,
        Chosen, ///< With --data-dir: every key gets a random end, so that nothing meets the real entries.
    };

    /// Where the file cannot be written, the local workspace has a key for this run, and notices() says so.
    FileConnectionStore(const QString &path, Place place);

    Connection local() const override { return m_local; }
    QList<Connection> servers() const override { return m_servers; }
    QString lastUsedKey() const override { return m_lastUsed; }
    Result<Connection> add(const Connection &server) override;
    Result<Done> update(const Connection &connection) override;
    Result<Done> remove(const QString &key) override;
    Result<Done> setLastUsed(const QString &key) override;

    QStringList notices() const { return m_file.notices() + m_notices; }

private:
    void readServers();
    void readLocal();
    Result<Done> updateLocal(const Connection &connection);
    Result<Done> saveServers(QJsonObject object);
    QString nameProblem(const Connection &connection) const;
    QString keyFor(const Connection &server) const;
    QSet<QString> takenKeys() const;

    JsonFile m_file;
    Place m_place;
    Connection m_local;
    QList<Connection> m_servers;
    QString m_lastUsed;
    QStringList m_notices;
};
