#include "app/local_api/database.h"

#include "app/local_api/storagefailure.h"
#include "app/local_api/systemerror.h"

#include <QFile>
#include <QSqlQuery>
#include <QUuid>

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace localapi {

namespace {

void makePrivateFile(const QString &path)
{
    const int file = ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (file < 0 || ::fchmod(file, 0600) != 0) {
        const QString reason = lastSystemError();
        if (file >= 0)
            ::close(file);
        throw StorageFailure(reason);
    }
    ::close(file);
}

} // namespace

Database::Database(const QString &path)
    : m_connectionName(QUuid::createUuid().toString(QUuid::WithoutBraces))
{
    makePrivateFile(path);
    m_connection = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_connectionName);
    m_connection.setDatabaseName(path);
    m_connection.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000"));
    if (m_connection.open())
        return;
    const QString reason = reasonOf(m_connection.lastError());
    m_connection = {};
    QSqlDatabase::removeDatabase(m_connectionName);
    throw StorageFailure(reason);
}

Database::~Database()
{
    rollBack();
    m_connection.close();
    m_connection = {};
    QSqlDatabase::removeDatabase(m_connectionName);
}

QString Database::reasonOf(const QSqlError &error)
{
    return error.databaseText().isEmpty() ? error.driverText() : error.databaseText();
}

void Database::execute(const QString &sql)
{
    QSqlQuery query(m_connection);
    if (!query.exec(sql))
        throw StorageFailure(reasonOf(query.lastError()));
}

/// A plain BEGIN, as QSqlDatabase::transaction() sends it, fails at once under WAL when another process wrote
/// in between, whatever the busy timeout.
void Database::begin()
{
    if (!m_isInTransaction)
        execute(QStringLiteral("BEGIN IMMEDIATE"));
    m_isInTransaction = true;
}

void Database::commit()
{
    if (!m_isInTransaction)
        return;
    execute(QStringLiteral("COMMIT"));
    m_isInTransaction = false;
}

void Database::rollBack()
{
    if (!m_isInTransaction)
        return;
    m_isInTransaction = false;
    // SQLite has rolled back by itself already after some errors; that it has nothing left to do is no error.
    QSqlQuery(m_connection).exec(QStringLiteral("ROLLBACK"));
}

} // namespace localapi
