#pragma once

#include "models/accounts/serviceaccount.h"

/// Made-up accounts like those in the pictures of the design, as they stand at @p now.
QList<ServiceAccount> sampleAccounts(const QDateTime &now);
