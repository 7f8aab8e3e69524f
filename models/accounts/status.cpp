#include "models/accounts/status.h"

#include <QCoreApplication>

Status statusAt(const std::optional<QDateTime> &end, const QDateTime &now)
{
    if (!end)
        return Status::Active;
    if (*end <= now)
        return Status::Expired;
    return *end <= now.addDuration(expiringSoonWithin) ? Status::ExpiringSoon : Status::Active;
}

QString statusText(Status status)
{
    switch (status) {
    case Status::Active:
        return QCoreApplication::translate("Status", "Active");
    case Status::ExpiringSoon:
        return QCoreApplication::translate("Status", "Expiring soon");
    case Status::Expired:
        return QCoreApplication::translate("Status", "Expired");
    }
    Q_UNREACHABLE();
}
