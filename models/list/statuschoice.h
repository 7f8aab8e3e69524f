#pragma once

#include "models/accounts/serviceaccount.h"
#include "models/accounts/status.h"

#include <QString>

#include <array>

/// The six choices of the pills and of "Status", which are one setting. Active, ExpiringSoon and Expired
/// share out all accounts; Unlimited and NeverUsed count across them.
enum class StatusChoice { All, Active, ExpiringSoon, Expired, Unlimited, NeverUsed };

/// In the order in which they are shown.
inline constexpr std::array allStatusChoices{StatusChoice::All,          StatusChoice::Active,
                                             StatusChoice::ExpiringSoon, StatusChoice::Expired,
                                             StatusChoice::Unlimited,    StatusChoice::NeverUsed};

/// Translated: "All", "Active", "Expiring soon", "Expired", "Unlimited", "Never used".
QString statusChoiceText(StatusChoice choice);

/// For each choice, in the order of allStatusChoices, whether an account belongs to it at the server's time
/// @p now, in milliseconds since 1970.
std::array<bool, allStatusChoices.size()> choicesOf(const ServiceAccount &account, qint64 now,
                                                    std::chrono::hours soon = expiringSoonWithin);
