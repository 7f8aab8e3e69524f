#pragma once

#include "models/accounts/serviceaccount.h"
#include "models/accounts/status.h"

#include <QDateTime>
#include <QLatin1StringView>
#include <QSet>
#include <QString>

#include <array>
#include <variant>

/// The columns of the table "Service accounts", in the order in which they are shown.
enum class AccountColumn {
    Name,
    Description,
    Roles,
    Expiration,
    Status,
    LastUsed,
    Created,
    CreatedBy,
    Keychain
};

/// What a cell depends on besides its account.
struct ColumnContext
{
    /// The server's time.
    QDateTime now;
    /// Ids of the accounts whose token this program saved in the keychain. Not names: another account may
    /// have been made under the name of a deleted one.
    QSet<QString> savedIds;
    /// Up to and including this long before its end an account counts as expiring soon.
    std::chrono::hours soon = expiringSoonWithin;
    /// Moments as "24 Nov 2026 10:38" instead of "4 min ago" and "24 Nov 2026".
    bool areTimesExact = false;
};

/// What a column is sorted by: a text as people sort it, or a number.
using ColumnSortKey = std::variant<QString, qint64>;

/// One row of the table of columns: a new column is one more of them.
struct AccountColumnInfo
{
    AccountColumn column = {};
    /// For files: never changes, whatever the title becomes.
    QLatin1StringView key;
    QString (*title)() = nullptr;
    /// The whole text of a cell, for the screen, for copying and for screen readers.
    QString (*text)(const ServiceAccount &, const ColumnContext &) = nullptr;
    ColumnSortKey (*sortKey)(const ServiceAccount &, const ColumnContext &) = nullptr;
};

inline constexpr int accountColumnTotal = 9;
const std::array<AccountColumnInfo, accountColumnTotal> &accountColumns();
const AccountColumnInfo &accountColumn(AccountColumn column);
