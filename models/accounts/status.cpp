#include "models/accounts/status.h"

#include <QCoreApplication>

Status statusAt(const std::optional<QDateTime> &end, const QDateTime &now, std::chrono::hours soon)
{
    return end ? statusAt(end->toMSecsSinceEpoch(), now.toMSecsSinceEpoch(), soon) : Status::Active;
}

Status statusAt(qint64 end, qint64 now, std::chrono::hours soon)
{
    if (end <= now)
        return Status::Expired;
    return end - now <= std::chrono::milliseconds(soon).count() ? Status::ExpiringSoon : Status::Active;
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
