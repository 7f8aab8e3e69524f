#pragma once

#include "app/storage/jsonfile.h"
#include "models/ports/connectionstore.h"

/// The connections in connections.json. Servers that were known before stay in the file, so that who comes
/// back to one finds its keychain entries under the same key.
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

    Connection local() const override;
    std::optional<Connection> server() const override;
    QString lastUsedKey() const override { return m_lastUsed; }
    Result<Connection> saveServer(const ApiTarget &target) override;
    Result<Done> setLastUsed(const QString &key) override;

    QStringList notices() const { return m_file.notices() + m_notices; }

private:
    void findLocalKey();
    QSet<QString> takenKeys() const;

    JsonFile m_file;
    Place m_place;
    QString m_localKey;
    QString m_lastUsed;
    QStringList m_notices;
};
