#pragma once

#include "app/local_api/account.h"
#include "app/local_api/identity.h"
#include "app/local_api/statement.h"

#include <QStringList>

#include <functional>

namespace localapi {

/// Who did what to which account, and when. Never a value of a field, never anything of a token.
struct Event
{
    qint64 sequence = 0;
    Timestamp created = 0;
    QString action;
    QString actorId;
    QString actorName;
    QString accountId;
    QString accountName;
    /// Names of the fields that an update changed.
    QStringList changed;
};

/// The table of events: only ever added to, in the transaction of the change itself. Rules as AccountStore.
class EventLog
{
public:
    explicit EventLog(Database &database);

    void addCreated(const Identity &actor, const Account &account, Timestamp now);
    void addUpdated(const Identity &actor, const Account &account, const QStringList &changed, Timestamp now);
    void addDeleted(const Identity &actor, const Account &account, Timestamp now);

    /// Says for every account behind @p sequence that it was created, when and by whom its row says.
    void addCreatedForAllAfter(qint64 sequence);

    /// Calls @p visit with up to @p limit events before @p sequence, the newest first.
    void list(qint64 sequence, int limit, const std::function<void(const Event &)> &visit);

private:
    void add(const QString &action, const Identity &actor, const Account &account, const QStringList &changed,
             Timestamp now);

    Statement m_add;
    Statement m_addForAll;
    Statement m_list;
};

} // namespace localapi
