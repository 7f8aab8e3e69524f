#pragma once

#include "models/list/accounttablemodel.h"
#include "models/ports/adminapi.h"

#include <QDateTime>

/// When the token that the console itself signs in with ends. Known when it belongs to a service account of
/// the list.
class OwnExpiry
{
public:
    /// The end of the account that @p session is, in UTC; nothing when it is unlimited, not in the list, or
    /// nobody knows who one is.
    static std::optional<QDateTime> of(const std::optional<Session> &session,
                                       const AccountTableModel &accounts);

    /// What the banner says from @p noticeDays days before @p end on, and once it has passed; empty earlier.
    /// @p now is the server's time.
    static QString notice(const QDateTime &end, const QDateTime &now, int noticeDays);
};
