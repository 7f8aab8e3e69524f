#include "models/list/statuschoice.h"

#include <QCoreApplication>

QString statusChoiceText(StatusChoice choice)
{
    switch (choice) {
    case StatusChoice::All:
        return QCoreApplication::translate("StatusChoice", "All");
    case StatusChoice::Active:
        return statusText(Status::Active);
    case StatusChoice::ExpiringSoon:
        return statusText(Status::ExpiringSoon);
    case StatusChoice::Expired:
        return statusText(Status::Expired);
    case StatusChoice::Unlimited:
        return QCoreApplication::translate("StatusChoice", "Unlimited");
    case StatusChoice::NeverUsed:
        return QCoreApplication::translate("StatusChoice", "Never used");
    }
    Q_UNREACHABLE();
}

std::array<bool, allStatusChoices.size()> choicesOf(const ServiceAccount &account, qint64 now,
                                                    std::chrono::hours soon)
{
    const Status status =
        account.expiryDate ? statusAt(account.expiryDate->toMSecsSinceEpoch(), now, soon) : Status::Active;
    return {true,
            status == Status::Active,
            status == Status::ExpiringSoon,
            status == Status::Expired,
            !account.expiryDate,
            !account.lastUsedDate};
}
