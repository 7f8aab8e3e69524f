// A page of accounts as the client reads it, and as the export writes it again.

#include "app/admin_api/accountreader.h"
#include "models/accounts/status.h"
#include "models/export/jsonaccountwriter.h"
#include "tests/fuzz/property.h"
#include "tests/fuzz/reportedaccount.h"

#include <cstdint>

namespace {

HttpAnswer answer(QByteArrayView body)
{
    return HttpAnswer(200, {}, body.toByteArray());
}

QByteArray exported(const QList<ServiceAccount> &accounts)
{
    const JsonAccountWriter writer(StatusRule{QDateTime::fromSecsSinceEpoch(0, Qt::UTC), expiringSoonWithin});
    QByteArray text = writer.begin();
    for (qsizetype i = 0; i < accounts.size(); ++i)
        text += writer.account(accounts.at(i), i == 0);
    return text + writer.end();
}

/// An export names roles by their names alone, and no token.
ServiceAccount asExported(ServiceAccount account)
{
    account.maskedToken.clear();
    for (AccountRole &role : account.roles)
        role.id.clear();
    return account;
}

void checkExport(const QList<ServiceAccount> &accounts)
{
    const auto again = AccountReader().page(answer(exported(accounts)));
    mustHold(again.ok() && again.value().accounts.size() == accounts.size(), "an export is a list");
    for (qsizetype i = 0; i < accounts.size(); ++i)
        mustHold(again.value().accounts.at(i) == asExported(accounts.at(i)), "an export keeps what was read");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static AccountReader used;
    const QByteArrayView body(data, static_cast<qsizetype>(size));
    const auto page = AccountReader().page(answer(body));
    const auto again = used.page(answer(body));
    mustHold(page.ok() == again.ok(), "a reader judges the same however often it was used");
    if (!page) {
        mustHold(page.error().kind == ErrorKind::Unreadable, "what is no list is unreadable");
        return 0;
    }
    mustHold(page.value().accounts == again.value().accounts, "a reader reads the same after other lists");
    for (const ServiceAccount &account : page.value().accounts)
        checkReported(account);
    checkExport(page.value().accounts);
    return 0;
}
