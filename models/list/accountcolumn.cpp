#include "models/list/accountcolumn.h"

#include "models/accounts/status.h"
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
    return -static_cast<qint64>(statusAt(account.expiryDate, context.now));
}

QString dateText(const QDateTime &moment)
{
    return moment.isValid() ? shortDate(moment) : QString();
}

} // namespace

QString rolesText(const QList<AccountRole> &roles)
{
    QStringList names;
    names.reserve(roles.size());
    for (const AccountRole &role : roles)
        names.append(role.name);
    return names.join(QStringLiteral(", "));
}

const std::array<AccountColumnInfo, accountColumnTotal> &accountColumns()
{
    using Account = ServiceAccount;
    using Context = ColumnContext;
    static const std::array<AccountColumnInfo, accountColumnTotal> columns{{
        {AccountColumn::Name, [] { return AccountColumns::tr("Name"); },
         [](const Account &account, const Context &) { return account.name; },
         [](const Account &account, const Context &) { return ColumnSortKey(account.name); }},
        {AccountColumn::Description, [] { return AccountColumns::tr("Description"); },
         [](const Account &account, const Context &) {
             return account.description.isEmpty() ? AccountColumns::tr("No description")
                                                  : account.description;
         },
         [](const Account &account, const Context &) { return ColumnSortKey(account.description); }},
        {AccountColumn::Roles, [] { return AccountColumns::tr("Roles"); },
         [](const Account &account, const Context &) { return rolesText(account.roles); },
         [](const Account &account, const Context &) { return ColumnSortKey(rolesText(account.roles)); }},
        {AccountColumn::Expiration, [] { return AccountColumns::tr("Expiration"); },
         [](const Account &account, const Context &) {
             return account.expiryDate ? shortDate(*account.expiryDate) : AccountColumns::tr("Unlimited");
         },
         [](const Account &account, const Context &) {
             return ColumnSortKey(account.expiryDate ? account.expiryDate->toMSecsSinceEpoch() : never);
         }},
        {AccountColumn::Status, [] { return AccountColumns::tr("Status"); },
         [](const Account &account, const Context &context) {
             return statusText(statusAt(account.expiryDate, context.now));
         },
         [](const Account &account, const Context &context) {
             return ColumnSortKey(statusKey(account, context));
         }},
        {AccountColumn::LastUsed, [] { return AccountColumns::tr("Last used"); },
         [](const Account &account, const Context &context) {
             return account.lastUsedDate ? timeAgo(*account.lastUsedDate, context.now)
                                         : AccountColumns::tr("Never");
         },
         [](const Account &account, const Context &) { return ColumnSortKey(lastUseKey(account)); }},
        {AccountColumn::Created, [] { return AccountColumns::tr("Created"); },
         [](const Account &account, const Context &) { return dateText(account.creationDate); },
         [](const Account &account, const Context &) {
             return ColumnSortKey(account.creationDate.isValid() ? account.creationDate.toMSecsSinceEpoch()
                                                                 : 0);
         }},
        {AccountColumn::CreatedBy, [] { return AccountColumns::tr("Created by"); },
         [](const Account &account, const Context &) { return account.createdBy; },
         [](const Account &account, const Context &) { return ColumnSortKey(account.createdBy); }},
        {AccountColumn::Keychain, [] { return AccountColumns::tr("Keychain"); },
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
