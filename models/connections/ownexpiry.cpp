#include "models/connections/ownexpiry.h"

#include "models/accounts/timetext.h"

#include <QCoreApplication>

using namespace std::chrono_literals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(OwnExpiry)
};

} // namespace

std::optional<QDateTime> OwnExpiry::of(const std::optional<Session> &session,
                                       const AccountTableModel &accounts)
{
    if (!session || session->userId.isEmpty())
        return std::nullopt;
    const ServiceAccount *own = accounts.accountById(session->userId);
    return own ? own->expiryDate : std::nullopt;
}

QString OwnExpiry::notice(const QDateTime &end, const QDateTime &now, int noticeDays)
{
    if (end > now.addDuration(24h * noticeDays))
        return {};
    if (end <= now)
        return Texts::tr("The token that this console signs in with expired on %1. Use another one to go on.")
            .arg(longDate(end));
    constexpr qint64 day = std::chrono::seconds(24h).count();
    const qint64 seconds = now.secsTo(end);
    if (seconds < day)
        return Texts::tr(
                   "The token that this console signs in with expires within a day, on %1. Have another "
                   "one at hand.")
            .arg(shortDateTime(end));
    return Texts::tr(
               "The token that this console signs in with expires in %n day(s), on %1. Have another one "
               "at hand.",
               nullptr, static_cast<int>((seconds + day / 2) / day))
        .arg(longDate(end));
}
