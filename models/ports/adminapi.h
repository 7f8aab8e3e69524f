#pragma once

#include "models/accounts/accountchanges.h"
#include "models/accounts/newserviceaccount.h"
#include "models/accounts/serviceaccount.h"
#include "models/ports/call.h"
#include "models/ports/deadline.h"
#include "models/secrets/secrettext.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

/// One page of the list, in the server's order.
struct AccountPage
{
    QList<ServiceAccount> accounts;
    /// Empty on the last page.
    QString nextPageToken;
    /// The server's clock when it answered (the Date header), in UTC; invalid when it did not say.
    QDateTime serverTime;
};

/// What a create answers: the token is told this once.
struct CreatedToken
{
    ServiceAccount account;
    SecretText token;
};

/// Who one is signed in as.
struct Session
{
    QString userId;
    QString userName;
    QString email;
    QString accountName;
    /// Empty where the server does not say: it is an extension of this project's contract.
    QStringList roles;
};

/// An Admin API: Apono's, or the local one. The contract is resources/openapi/admin-api.yaml.
/// Every call has a deadline in its arguments and can be cancelled by its handle; see Continuation for when
/// the answer comes.
class AdminApi
{
public:
    virtual ~AdminApi() = default;

    /// @p pageToken is empty for the first page; @p limit is 1 to 1000.
    virtual Call listServiceAccounts(const QString &pageToken, int limit, Deadline deadline, QObject *context,
                                     Continuation<AccountPage> then) = 0;

    /// Those of that name. A server without this filter answers with all, so look at the names, on every
    /// page.
    virtual Call serviceAccountsNamed(const QString &name, const QString &pageToken, Deadline deadline,
                                      QObject *context, Continuation<AccountPage> then) = 0;

    /// The answer carries the ETag when the server has one.
    virtual Call serviceAccount(const QString &id, Deadline deadline, QObject *context,
                                Continuation<ServiceAccount> then) = 0;

    /// One POST on the wire for one call. @p idempotencyKey belongs to one click and is sent again when, and
    /// only when, that same click is repeated.
    virtual Call createServiceAccount(const NewServiceAccount &account, const QString &idempotencyKey,
                                      Deadline deadline, QObject *context,
                                      Continuation<CreatedToken> then) = 0;

    /// @p etag goes out as If-Match; with an empty one the header is left out. Stale is ErrorKind::Stale.
    virtual Call updateServiceAccount(const QString &id, const AccountChanges &changes, const QString &etag,
                                      Deadline deadline, QObject *context,
                                      Continuation<ServiceAccount> then) = 0;

    /// An account that is already gone is a success.
    virtual Call deleteServiceAccount(const QString &id, Deadline deadline, QObject *context,
                                      Continuation<Done> then) = 0;

    virtual Call session(Deadline deadline, QObject *context, Continuation<Session> then) = 0;

    /// Whether this server is known to honour Idempotency-Key (it echoed one, or it is our own): only then
    /// may a create whose outcome is unknown be repeated.
    virtual bool honoursIdempotencyKeys() const = 0;
};
