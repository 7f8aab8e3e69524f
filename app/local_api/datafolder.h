#pragma once

#include "app/local_api/secretbytes.h"

#include <QLockFile>
#include <QString>

#include <memory>
#include <optional>
#include <variant>

namespace localapi {

/// The one folder that a server writes to, locked against a second server for as long as this lives:
/// `accounts.db` with SQLite's `-wal` and `-shm`, `server-key`, `admin-token`, `lock`.
class DataFolder
{
public:
    explicit DataFolder(QString path);

    /// Makes the folder (0700) when it is missing, and locks it. The sentence says what is wrong.
    std::optional<QString> open();

    QString databasePath() const { return m_path + QStringLiteral("/accounts.db"); }
    QString adminTokenPath() const { return m_path + QStringLiteral("/admin-token"); }

    /// The key, or a new one when there is no database yet; or a sentence.
    std::variant<SecretBytes, QString> serverKey() const;

private:
    std::optional<QString> makeFolder() const;
    bool takesUnwrittenLock();

    QString m_path;
    std::unique_ptr<QLockFile> m_lock;
};

} // namespace localapi
