#pragma once

#include "models/accounts/serviceaccount.h"

#include <QLatin1StringView>

#include <array>
#include <chrono>

/// What the status of an account is judged by.
struct StatusRule
{
    /// The server's time.
    QDateTime now;
    /// Up to and including this long before its end an account counts as expiring soon.
    std::chrono::hours soon;
};

/// One field of an exported account: a new one is one more line of the table. Never a token, nor a part of
/// one: masked_token, which ends in four characters of it, is left out on purpose.
struct ExportField
{
    enum class Kind {
        Text,
        Moment, ///< ISO 8601 in UTC; empty: none.
        Roles
    };

    /// As the contract of the Admin API names it; "status" is ours.
    QLatin1StringView key;
    Kind kind = Kind::Text;
    QString (*text)(const ServiceAccount &account, const StatusRule &rule) = nullptr;
};

inline constexpr int exportFieldTotal = 10;
const std::array<ExportField, exportFieldTotal> &exportFields();
