#include "app/local_api/accountstore.h"

#include "app/local_api/utf8.h"

namespace localapi {

namespace {

// A description crosses over as bytes. Between UTF-16 and its own UTF-8 SQLite drops a byte order mark from
// the beginning of a text, turns all of it round behind a swapped one, and replaces U+FFFE and U+FFFF.

QByteArray bytesOf(const QString &description)
{
    // A null one would be NULL.
    return description.isEmpty() ? QByteArrayLiteral("") : description.toUtf8();
}

QString descriptionIn(const QByteArray &bytes)
{
    return textFromUtf8({bytes.constData(), static_cast<std::size_t>(bytes.size())});
}

QString selectWhere(const char *condition)
{
    return QStringLiteral(
               "SELECT sequence, id, name, CAST(description AS BLOB), roles, last_four, expiry, created, "
               "updated, created_by, last_used, revision FROM accounts WHERE ") +
           QLatin1String(condition);
}

Account accountOf(const Rows &rows)
{
    Account account;
    account.sequence = rows.integer(0);
    account.id = rows.text(1);
    account.name = rows.text(2);
    account.description = descriptionIn(rows.bytes(3));
    account.roles = static_cast<RoleBits>(rows.integer(4));
    account.lastFour = rows.text(5);
    account.expiry = rows.time(6);
    account.created = rows.integer(7);
    account.updated = rows.integer(8);
    account.createdBy = rows.text(9);
    account.lastUsed = rows.time(10);
    account.revision = rows.integer(11);
    return account;
}

std::optional<Account> firstOf(Rows rows)
{
    return rows.next() ? std::optional(accountOf(rows)) : std::nullopt;
}

/// GLOB and not LIKE: in LIKE every underscore of a name would stand for any character. GLOB's own `?` and
/// `[` are taken literally inside brackets.
QString globPattern(const QString &wildcard)
{
    QString pattern;
    for (const QChar character : wildcard) {
        if (character == u'?' || character == u'[')
            pattern += u'[' + QString(character) + u']';
        else
            pattern += character;
    }
    return pattern;
}

} // namespace

AccountStore::AccountStore(Database &database)
    : m_byId(database, selectWhere("id = ?"))
    , m_byTokenHash(database, selectWhere("token_hash = ?"))
    , m_hasName(database, QStringLiteral("SELECT 1 FROM accounts WHERE name = ?"))
    , m_list(database, selectWhere("sequence > ? AND (roles & ?) != 0 ORDER BY sequence LIMIT ?"))
    , m_listByName(database,
                   selectWhere("sequence > ? AND (roles & ?) != 0 AND name GLOB ? ORDER BY sequence LIMIT ?"))
    , m_otherAdmins(database, QStringLiteral("SELECT 1 FROM accounts WHERE (roles & ?) != 0 AND id != ? AND "
                                             "(expiry IS NULL OR expiry > ?) LIMIT 1"))
    , m_lastSequence(database, QStringLiteral("SELECT MAX(sequence) FROM accounts"))
    , m_add(database,
            QStringLiteral(
                "INSERT INTO accounts (id, name, description, roles, token_hash, last_four, expiry, "
                "created, updated, created_by, last_used, revision) "
                "VALUES (?, ?, CAST(? AS TEXT), ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (name) DO NOTHING"))
    , m_update(database,
               QStringLiteral("UPDATE accounts SET description = CAST(? AS TEXT), roles = ?, updated = ?, "
                              "revision = ? WHERE id = ?"))
    , m_remove(database, QStringLiteral("DELETE FROM accounts WHERE id = ?"))
    , m_setLastUsed(database, QStringLiteral("UPDATE accounts SET last_used = ? WHERE id = ?"))
{
}

std::optional<Account> AccountStore::byId(const QString &id)
{
    return firstOf(m_byId.rows(id));
}

std::optional<Account> AccountStore::byTokenHash(const QByteArray &hash)
{
    return firstOf(m_byTokenHash.rows(hash));
}

bool AccountStore::hasName(const QString &name)
{
    return m_hasName.rows(name).next();
}

void AccountStore::list(const AccountFilter &filter, qint64 sequence, int limit,
                        const std::function<void(const Account &)> &visit)
{
    constexpr RoleBits anyRole = -1;
    const RoleBits roles = filter.roles.value_or(anyRole);
    Rows rows = filter.name ? m_listByName.rows(sequence, roles, globPattern(*filter.name), limit)
                            : m_list.rows(sequence, roles, limit);
    while (rows.next())
        visit(accountOf(rows));
}

bool AccountStore::hasOtherAdmin(const QString &id, Timestamp now)
{
    return m_otherAdmins.rows(roleBit(Role::Admin), id, now).next();
}

qint64 AccountStore::lastSequence()
{
    Rows rows = m_lastSequence.rows();
    return rows.next() ? rows.integer(0) : 0;
}

bool AccountStore::add(const Account &account, const QByteArray &tokenHash)
{
    return m_add
               .rows(account.id, account.name, bytesOf(account.description), account.roles, tokenHash,
                     account.lastFour, account.expiry, account.created, account.updated, account.createdBy,
                     account.lastUsed, account.revision)
               .changes() == 1;
}

void AccountStore::update(const Account &account)
{
    m_update.run(bytesOf(account.description), account.roles, account.updated, account.revision, account.id);
}

void AccountStore::remove(const QString &id)
{
    m_remove.run(id);
}

void AccountStore::setLastUsed(const QString &id, Timestamp moment)
{
    m_setLastUsed.run(moment, id);
}

} // namespace localapi
