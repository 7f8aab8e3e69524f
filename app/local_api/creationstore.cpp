#include "app/local_api/creationstore.h"

namespace localapi {

CreationStore::CreationStore(Database &database)
    : m_byKeyHash(database, QStringLiteral("SELECT key_hash, body_hash, account_id, nonce, created "
                                           "FROM creations WHERE key_hash = ?"))
    , m_add(database,
            QStringLiteral("INSERT INTO creations (key_hash, body_hash, account_id, nonce, created) "
                           "VALUES (?, ?, ?, ?, ?)"))
    , m_close(database, QStringLiteral("UPDATE creations SET nonce = NULL WHERE account_id = ?"))
    , m_hasOverdue(database,
                   QStringLiteral("SELECT 1 FROM creations WHERE nonce IS NOT NULL AND created <= ? LIMIT 1"))
    , m_closeOverdue(database, QStringLiteral("UPDATE creations SET nonce = NULL "
                                              "WHERE nonce IS NOT NULL AND created <= ?"))
{
}

std::optional<Creation> CreationStore::byKeyHash(const QByteArray &keyHash)
{
    Rows rows = m_byKeyHash.rows(keyHash);
    if (!rows.next())
        return std::nullopt;
    return Creation{rows.bytes(0), rows.bytes(1), rows.text(2), rows.bytes(3), rows.integer(4)};
}

void CreationStore::add(const Creation &creation)
{
    m_add.run(creation.keyHash, creation.bodyHash, creation.accountId, creation.nonce, creation.created);
}

void CreationStore::close(const QString &accountId)
{
    m_close.run(accountId);
}

bool CreationStore::hasOverdue(Timestamp now)
{
    return m_hasOverdue.rows(now - repeatableFor.count()).next();
}

void CreationStore::closeOverdue(Timestamp now)
{
    m_closeOverdue.run(now - repeatableFor.count());
}

} // namespace localapi
