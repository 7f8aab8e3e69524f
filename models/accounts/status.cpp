#include "models/accounts/status.h"

#include <QCoreApplication>

Status statusAt(const std::optional<QDateTime> &end, const QDateTime &now)
{
    return end ? statusAt(end->toMSecsSinceEpoch(), now.toMSecsSinceEpoch()) : Status::Active;
}

Status statusAt(qint64 end, qint64 now)
{
    constexpr qint64 soon = std::chrono::milliseconds(expiringSoonWithin).count();
    if (end <= now)
        return Status::Expired;
    return end - now <= soon ? Status::ExpiringSoon : Status::Active;
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
