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

bool belongsTo(const ServiceAccount &account, StatusChoice choice, const QDateTime &now)
{
    switch (choice) {
    case StatusChoice::All:
        return true;
    case StatusChoice::Active:
        return statusAt(account.expiryDate, now) == Status::Active;
    case StatusChoice::ExpiringSoon:
        return statusAt(account.expiryDate, now) == Status::ExpiringSoon;
    case StatusChoice::Expired:
        return statusAt(account.expiryDate, now) == Status::Expired;
    case StatusChoice::Unlimited:
        return !account.expiryDate;
    case StatusChoice::NeverUsed:
        return !account.lastUsedDate;
    }
    Q_UNREACHABLE();
}
