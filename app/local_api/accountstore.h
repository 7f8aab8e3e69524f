#pragma once

#include "app/local_api/account.h"
#include "app/local_api/accountfilter.h"
#include "app/local_api/statement.h"

#include <QByteArray>

#include <functional>

namespace localapi {

/// The table of accounts. Every function throws StorageFailure; whoever changes something calls
/// Database::begin() before and commits after.
class AccountStore
{
public:
    explicit AccountStore(Database &database);

    std::optional<Account> byId(const QString &id);
    std::optional<Account> byTokenHash(const QByteArray &hash);
    bool hasName(const QString &name);

    /// Calls @p visit with up to @p limit accounts behind @p sequence, in the order of their creation.
    void list(const AccountFilter &filter, qint64 sequence, int limit,
              const std::function<void(const Account &)> &visit);

    /// Of the Admin accounts that still authenticate at @p now, without the account @p id.
    bool hasOtherAdmin(const QString &id, Timestamp now);

    /// Of the newest account; 0 without any.
    qint64 lastSequence();

    /// @p account.sequence is not looked at. False when the name is taken.
    bool add(const Account &account, const QByteArray &tokenHash);
    void update(const Account &account);
    void remove(const QString &id);
    void setLastUsed(const QString &id, Timestamp moment);

private:
    Statement m_byId;
    Statement m_byTokenHash;
    Statement m_hasName;
    Statement m_list;
    Statement m_listByName;
    Statement m_otherAdmins;
    Statement m_lastSequence;
    Statement m_add;
    Statement m_update;
    Statement m_remove;
    Statement m_setLastUsed;
};

} // namespace localapi
