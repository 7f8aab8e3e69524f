#pragma once

#include <QDateTime>
#include <QString>

#include <chrono>
#include <optional>

/// These three share out all accounts; an unlimited account is Active.
enum class Status { Active, ExpiringSoon, Expired };

/// Up to and including this long before its end an account counts as expiring soon, unless somebody chose
/// otherwise (Setting::ExpiringSoonDays).
inline constexpr std::chrono::hours expiringSoonWithin{14 * 24};

/// @p now is the server's time, as the server is the judge. Up to and including @p soon before its end an
/// account is expiring soon, at the very moment of its end it is expired.
Status statusAt(const std::optional<QDateTime> &end, const QDateTime &now, std::chrono::hours soon);

/// The same for a moment that is an end, in milliseconds since 1970: for walks over many accounts.
Status statusAt(qint64 end, qint64 now, std::chrono::hours soon);

/// Translated: "Active", "Expiring soon", "Expired".
QString statusText(Status status);
