#pragma once

#include "models/accounts/serviceaccount.h"
#include "models/accounts/status.h"

#include <QList>
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

/// Whether an account belongs to @p choice at the server's time @p now.
bool belongsTo(const ServiceAccount &account, StatusChoice choice, const QDateTime &now);
