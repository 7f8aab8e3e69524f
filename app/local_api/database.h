#pragma once

#include <QSqlDatabase>
#include <QSqlError>
#include <QString>

namespace localapi {

/// The one connection to the SQLite file, of the thread that made it. Changes of several requests share a
/// commit, because the disk is waited for once in each: a caller answers none of them before commit().
class Database
{
public:
    /// Makes the file (0600; SQLite gives -wal and -shm the same mode) when it is missing. Throws
    /// StorageFailure.
    explicit Database(const QString &path);
    ~Database();

    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    QSqlDatabase &connection() { return m_connection; }

    /// A statement without results. Throws StorageFailure.
    void execute(const QString &sql);

    /// Has to come before a change: opens a transaction unless one is open. Whoever meets a StorageFailure
    /// afterwards rolls everything back.
    void begin();
    /// Does nothing without changes.
    void commit();
    /// Drops every change since the last commit. Never throws.
    void rollBack();

    /// What SQLite says, without what Qt puts before it.
    static QString reasonOf(const QSqlError &error);

private:
    QSqlDatabase m_connection;
    QString m_connectionName;
    bool m_isInTransaction = false;
};

} // namespace localapi
