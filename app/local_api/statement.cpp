#include "app/local_api/statement.h"

#include "app/local_api/storagefailure.h"

namespace localapi {

void Statement::prepare()
{
    if (m_query)
        return;
    QSqlQuery query(m_database.connection());
    query.setForwardOnly(true);
    if (!query.prepare(m_sql))
        throw StorageFailure(Database::reasonOf(query.lastError()));
    m_query = std::move(query);
}

void Statement::execute()
{
    if (m_query->exec())
        return;
    const QString reason = Database::reasonOf(m_query->lastError());
    m_query->finish();
    throw StorageFailure(reason);
}

} // namespace localapi
