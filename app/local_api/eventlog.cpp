#include "app/local_api/eventlog.h"

namespace localapi {

EventLog::EventLog(Database &database)
    : m_add(database, QStringLiteral("INSERT INTO events (created, action, actor_id, actor_name, account_id, "
                                     "account_name, changed) VALUES (?, ?, ?, ?, ?, ?, ?)"))
    , m_addForAll(database,
                  QStringLiteral("INSERT INTO events (created, action, actor_id, actor_name, "
                                 "account_id, account_name, changed) SELECT created, 'created', '', "
                                 "created_by, id, name, '' FROM accounts WHERE sequence > ?"))
    , m_list(database, QStringLiteral("SELECT sequence, created, action, actor_id, actor_name, account_id, "
                                      "account_name, changed FROM events WHERE sequence < ? "
                                      "ORDER BY sequence DESC LIMIT ?"))
{
}

void EventLog::add(const QString &action, const Identity &actor, const Account &account,
                   const QStringList &changed, Timestamp now)
{
    m_add.run(now, action, actor.id, actor.name, account.id, account.name, changed.join(u' '));
}

void EventLog::addCreated(const Identity &actor, const Account &account, Timestamp now)
{
    add(QStringLiteral("created"), actor, account, {}, now);
}

void EventLog::addUpdated(const Identity &actor, const Account &account, const QStringList &changed,
                          Timestamp now)
{
    add(QStringLiteral("updated"), actor, account, changed, now);
}

void EventLog::addDeleted(const Identity &actor, const Account &account, Timestamp now)
{
    add(QStringLiteral("deleted"), actor, account, {}, now);
}

void EventLog::addCreatedForAllAfter(qint64 sequence)
{
    m_addForAll.run(sequence);
}

void EventLog::list(qint64 sequence, int limit, const std::function<void(const Event &)> &visit)
{
    Rows rows = m_list.rows(sequence, limit);
    while (rows.next()) {
        Event event;
        event.sequence = rows.integer(0);
        event.created = rows.integer(1);
        event.action = rows.text(2);
        event.actorId = rows.text(3);
        event.actorName = rows.text(4);
        event.accountId = rows.text(5);
        event.accountName = rows.text(6);
        event.changed = rows.text(7).split(u' ', Qt::SkipEmptyParts);
        visit(event);
    }
}

} // namespace localapi
