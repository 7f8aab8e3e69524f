#include "app/local_api/schema.h"

#include "app/local_api/statement.h"
#include "app/local_api/storagefailure.h"

#include <QCoreApplication>
#include <QStringList>

namespace localapi {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(localapi::Schema)
};

const QStringList &tables()
{
    static const QStringList statements = {
        // What belongs to the folder: the account's id, a proof that the server key is the right one.
        QStringLiteral("CREATE TABLE properties (name TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID"),
        // sequence is the order of the list: never used again, so a cursor stays right when rows come and go.
        // Times are milliseconds since 1970. roles is a set of bits.
        QStringLiteral("CREATE TABLE accounts ("
                       "sequence INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, "
                       "name TEXT NOT NULL UNIQUE, description TEXT NOT NULL, roles INTEGER NOT NULL, "
                       "token_hash BLOB NOT NULL UNIQUE, last_four TEXT NOT NULL, expiry INTEGER, "
                       "created INTEGER NOT NULL, updated INTEGER NOT NULL, created_by TEXT NOT NULL, "
                       "last_used INTEGER, revision INTEGER NOT NULL)"),
        // One row for each create that came with an Idempotency-Key, kept like its event for ever: no late
        // repeat brings a deleted account back. key_hash covers the caller too. nonce is there as long as the
        // create may be repeated.
        QStringLiteral("CREATE TABLE creations ("
                       "key_hash BLOB PRIMARY KEY, body_hash BLOB NOT NULL, account_id TEXT NOT NULL, "
                       "nonce BLOB, created INTEGER NOT NULL) WITHOUT ROWID"),
        QStringLiteral("CREATE INDEX creations_by_account ON creations (account_id)"),
        QStringLiteral("CREATE INDEX repeatable_creations ON creations (created) WHERE nonce IS NOT NULL"),
        // Names are copied: an event stays readable when its account is gone.
        QStringLiteral("CREATE TABLE events ("
                       "sequence INTEGER PRIMARY KEY AUTOINCREMENT, created INTEGER NOT NULL, "
                       "action TEXT NOT NULL, actor_id TEXT NOT NULL, actor_name TEXT NOT NULL, "
                       "account_id TEXT NOT NULL, account_name TEXT NOT NULL, changed TEXT NOT NULL)"),
        QStringLiteral("CREATE TRIGGER events_stay_as_written BEFORE UPDATE ON events "
                       "BEGIN SELECT RAISE(ABORT, 'events are never changed'); END"),
        QStringLiteral("CREATE TRIGGER events_are_kept BEFORE DELETE ON events "
                       "BEGIN SELECT RAISE(ABORT, 'events are never deleted'); END"),
    };
    return statements;
}

int versionOf(Database &database)
{
    Statement statement(database, QStringLiteral("PRAGMA user_version"));
    Rows rows = statement.rows();
    return rows.next() ? static_cast<int>(rows.integer(0)) : 0;
}

bool hasTables(Database &database)
{
    Statement statement(database, QStringLiteral("SELECT 1 FROM sqlite_master LIMIT 1"));
    return statement.rows().next();
}

void makeTables(Database &database)
{
    database.begin();
    for (const QString &table : tables())
        database.execute(table);
    database.execute(QStringLiteral("PRAGMA user_version=%1").arg(schemaVersion));
    database.commit();
}

} // namespace

void prepareSchema(Database &database)
{
    const int version = versionOf(database);
    if (version > schemaVersion)
        throw StorageFailure(
            Text::tr("it was written by a newer version of this program (format %1, this one knows %2)")
                .arg(version)
                .arg(schemaVersion),
            Text::tr("Install the newer version, or give another folder with --data-dir."));
    if (version == 0 && hasTables(database))
        throw StorageFailure(Text::tr("it belongs to another program"),
                             Text::tr("Give another folder with --data-dir."));
    database.execute(QStringLiteral("PRAGMA journal_mode=WAL"));
    database.execute(QStringLiteral("PRAGMA synchronous=FULL"));
    database.execute(QStringLiteral("PRAGMA secure_delete=ON"));
    if (version == 0)
        makeTables(database);
    // A file that cannot be written is opened for reading only, without a word: this asks for the word.
    database.begin();
    database.rollBack();
}

} // namespace localapi
