#include "models/export/exportfield.h"

#include "models/accounts/status.h"

namespace {

/// For programs: never translated.
QString statusCode(Status status)
{
    switch (status) {
    case Status::Active:
        return QStringLiteral("active");
    case Status::ExpiringSoon:
        return QStringLiteral("expiring_soon");
    case Status::Expired:
        return QStringLiteral("expired");
    }
    Q_UNREACHABLE();
}

QString isoText(const QDateTime &moment)
{
    if (!moment.isValid())
        return {};
    const bool hasFraction = moment.time().msec() != 0;
    return moment.toUTC().toString(hasFraction ? Qt::ISODateWithMs : Qt::ISODate);
}

} // namespace

const std::array<ExportField, exportFieldTotal> &exportFields()
{
    using Account = ServiceAccount;
    using Kind = ExportField::Kind;
    static const std::array<ExportField, exportFieldTotal> fields{{
        {QLatin1StringView("name"), Kind::Text,
         [](const Account &account, const StatusRule &) { return account.name; }},
        {QLatin1StringView("description"), Kind::Text,
         [](const Account &account, const StatusRule &) { return account.description; }},
        {QLatin1StringView("roles"), Kind::Roles,
         [](const Account &account, const StatusRule &) { return rolesText(account.roles); }},
        {QLatin1StringView("status"), Kind::Text,
         [](const Account &account, const StatusRule &rule) {
             return statusCode(statusAt(account.expiryDate, rule.now, rule.soon));
         }},
        {QLatin1StringView("expiry_date"), Kind::Moment,
         [](const Account &account, const StatusRule &) {
             return isoText(account.expiryDate.value_or(QDateTime()));
         }},
        {QLatin1StringView("last_used_date"), Kind::Moment,
         [](const Account &account, const StatusRule &) {
             return isoText(account.lastUsedDate.value_or(QDateTime()));
         }},
        {QLatin1StringView("creation_date"), Kind::Moment,
         [](const Account &account, const StatusRule &) { return isoText(account.creationDate); }},
        {QLatin1StringView("update_date"), Kind::Moment,
         [](const Account &account, const StatusRule &) { return isoText(account.updateDate); }},
        {QLatin1StringView("created_by"), Kind::Text,
         [](const Account &account, const StatusRule &) { return account.createdBy; }},
        {QLatin1StringView("id"), Kind::Text,
         [](const Account &account, const StatusRule &) { return account.id; }},
    }};
    return fields;
}
