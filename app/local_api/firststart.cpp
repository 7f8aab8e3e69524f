#include "app/local_api/firststart.h"

#include "app/local_api/accountcreation.h"
#include "app/local_api/privatefile.h"
#include "app/local_api/storagefailure.h"

#include <QCoreApplication>
#include <QUuid>

namespace localapi {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(localapi::FirstStart)
};

QString freeName(AccountStore &accounts)
{
    const QString wanted = QStringLiteral("local_console");
    QString name = wanted;
    for (int number = 2; accounts.hasName(name); ++number)
        name = wanted + u'_' + QString::number(number);
    return name;
}

} // namespace

void claimDatabase(Store &store, const TokenMint &mint)
{
    const QString proofName = QStringLiteral("server_key_proof");
    const QByteArray proof = store.properties.value(proofName);
    if (proof == mint.proofOfKey())
        return;
    if (!proof.isNull())
        throw StorageFailure(Text::tr("the file server-key beside it is not the one that it was made with"),
                             Text::tr("Put the right file back, or give another folder with --data-dir."));
    store.database.begin();
    store.properties.set(proofName, mint.proofOfKey());
    store.properties.set(QStringLiteral("account_id"), QUuid::createUuid().toByteArray(QUuid::WithoutBraces));
}

void ensureAdmin(Store &store, const TokenMint &mint, const Clock &clock, const QString &tokenPath)
{
    const Timestamp now = clock();
    if (store.accounts.hasOtherAdmin({}, now))
        return;
    Account account;
    account.name = freeName(store.accounts);
    account.description =
        QStringLiteral("Made at the start of apono-local-api, because there was no Admin account.");
    account.roles = roleBit(Role::Admin);
    account.created = account.updated = now;
    const Identity server{QStringLiteral("apono-local-api"), QStringLiteral("apono-local-api"), 0};
    WipedBytes token =
        AccountCreation(store, mint, clock)
            .add(server, account, TokenMint::newNonce(), QUuid::createUuid().toByteArray().toStdString());
    token.push_back('\n');
    if (const auto reason = writePrivateFile(tokenPath, viewOf(token)))
        throw StorageFailure(
            Text::tr("the Admin's token cannot be written to %1: %2").arg(tokenPath, *reason),
            Text::tr("Give another file with --admin-token-file."));
}

} // namespace localapi
