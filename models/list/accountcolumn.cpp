#include "models/list/accountcolumn.h"

#include "models/accounts/timetext.h"

#include <QCoreApplication>

#include <limits>

namespace {

struct AccountColumns
{
    Q_DECLARE_TR_FUNCTIONS(AccountColumns)
};

constexpr qint64 never = std::numeric_limits<qint64>::max();

/// Never used comes before all that was used: it is what one looks for.
qint64 lastUseKey(const ServiceAccount &account)
{
    return account.lastUsedDate ? account.lastUsedDate->toMSecsSinceEpoch() : 0;
}

/// What needs a look comes first: expired, expiring soon, active.
qint64 statusKey(const ServiceAccount &account, const ColumnContext &context)
{
    return -static_cast<qint64>(statusAt(account.expiryDate, context.now, context.soon));
}

QString dateText(const QDateTime &moment, const ColumnContext &context)
{
    if (!moment.isValid())
        return {};
    return context.areTimesExact ? exactTime(moment) : shortDate(moment);
}

} // namespace

const std::array<AccountColumnInfo, accountColumnTotal> &accountColumns()
{
    using Account = ServiceAccount;
    using Context = ColumnContext;
    static const std::array<AccountColumnInfo, accountColumnTotal> columns{{
        {AccountColumn::Name, QLatin1StringView("name"), [] { return AccountColumns::tr("Name"); },
         [](const Account &account, const Context &) { return account.name; },
         [](const Account &account, const Context &) { return ColumnSortKey(account.name); }},
        {AccountColumn::Description, QLatin1StringView("description"),
         [] { return AccountColumns::tr("Description"); },
         [](const Account &account, const Context &) {
             return account.description.isEmpty() ? AccountColumns::tr("No description")
                                                  : account.description;
         },
         [](const Account &account, const Context &) { return ColumnSortKey(account.description); }},
        {AccountColumn::Roles, QLatin1StringView("roles"), [] { return AccountColumns::tr("Roles"); },
         [](const Account &account, const Context &) { return rolesText(account.roles); },
         [](const Account &account, const Context &) { return ColumnSortKey(rolesText(account.roles)); }},
        {AccountColumn::Expiration, QLatin1StringView("expiration"),
         [] { return AccountColumns::tr("Expiration"); },
         [](const Account &account, const Context &context) {
             return account.expiryDate ? dateText(*account.expiryDate, context)
                                       : AccountColumns::tr("Unlimited");
         },
         [](const Account &account, const Context &) {
             return ColumnSortKey(account.expiryDate ? account.expiryDate->toMSecsSinceEpoch() : never);
         }},
        {AccountColumn::Status, QLatin1StringView("status"), [] { return AccountColumns::tr("Status"); },
         [](const Account &account, const Context &context) {
             return statusText(statusAt(account.expiryDate, context.now, context.soon));
         },
         [](const Account &account, const Context &context) {
             return ColumnSortKey(statusKey(account, context));
         }},
        {AccountColumn::LastUsed, QLatin1StringView("last_used"),
         [] { return AccountColumns::tr("Last used"); },
         [](const Account &account, const Context &context) {
             if (!account.lastUsedDate)
                 return AccountColumns::tr("Never");
             return context.areTimesExact ? exactTime(*account.lastUsedDate)
                                          : timeAgo(*account.lastUsedDate, context.now);
         },
         [](const Account &account, const Context &) { return ColumnSortKey(lastUseKey(account)); }},
        {AccountColumn::Created, QLatin1StringView("created"), [] { return AccountColumns::tr("Created"); },
         [](const Account &account, const Context &context) {
             return dateText(account.creationDate, context);
         },
         [](const Account &account, const Context &) {
             return ColumnSortKey(account.creationDate.isValid() ? account.creationDate.toMSecsSinceEpoch()
                                                                 : 0);
         }},
        {AccountColumn::CreatedBy, QLatin1StringView("created_by"),
         [] { return AccountColumns::tr("Created by"); },
         [](const Account &account, const Context &) { return account.createdBy; },
         [](const Account &account, const Context &) { return ColumnSortKey(account.createdBy); }},
        {AccountColumn::Keychain, QLatin1StringView("keychain"),
         [] { return AccountColumns::tr("Keychain"); },
         [](const Account &account, const Context &context) {
             return context.savedIds.contains(account.id) ? AccountColumns::tr("Saved") : QString();
         },
         [](const Account &account, const Context &context) {
             return ColumnSortKey(context.savedIds.contains(account.id) ? qint64(0) : qint64(1));
         }},
    }};
    return columns;
}

const AccountColumnInfo &accountColumn(AccountColumn column)
{
    return accountColumns()[static_cast<size_t>(column)];
}
