#pragma once

#include "app/admin_api/accountreader.h"
#include "app/admin_api/apiaddress.h"
#include "app/admin_api/bearercredential.h"
#include "app/admin_api/patientexchange.h"
#include "app/admin_api/route.h"
#include "models/ports/adminapifactory.h"

#include <QElapsedTimer>

#include <functional>
#include <memory>
#include <vector>

/// An Admin API over HTTP. Lives on the thread that made it, and its calls are started there. When it is
/// destroyed, calls in flight end as Cancelled.
///
/// A POST or PUT is one request on the wire: a connection that ends before the answer makes it fail as Cut.
/// What only reads is tried again for a moment, as RetrySchedule has it.
/// Redirects are not followed, and nothing is sent by http:// to another computer.
class HttpAdminApi final : public RetargetableAdminApi
{
public:
    /// Clients may share @p authorities, which are read once then.
    explicit HttpAdminApi(const HttpLimits &limits = {}, std::shared_ptr<TrustedAuthorities> authorities =
                                                             std::make_shared<TrustedAuthorities>());
    ~HttpAdminApi() override;

    void setTarget(const ApiTarget &target, SecretText credential) override;

    Call listServiceAccounts(const QString &pageToken, int limit, Deadline deadline, QObject *context,
                             Continuation<AccountPage> then) override;
    Call serviceAccountsNamed(const QString &name, const QString &pageToken, Deadline deadline,
                              QObject *context, Continuation<AccountPage> then) override;
    Call serviceAccount(const QString &id, Deadline deadline, QObject *context,
                        Continuation<ServiceAccount> then) override;
    Call createServiceAccount(const NewServiceAccount &account, const QString &idempotencyKey,
                              Deadline deadline, QObject *context, Continuation<CreatedToken> then) override;
    Call updateServiceAccount(const QString &id, const AccountChanges &changes, const QString &etag,
                              Deadline deadline, QObject *context,
                              Continuation<ServiceAccount> then) override;
    Call deleteServiceAccount(const QString &id, Deadline deadline, QObject *context,
                              Continuation<Done> then) override;
    Call session(Deadline deadline, QObject *context, Continuation<Session> then) override;

    bool honoursIdempotencyKeys() const override { return m_target->honoursIdempotencyKeys; }

private:
    /// Calls in flight share the target that they started with.
    struct Target
    {
        ApiTarget settings;
        BearerCredential credential;
        bool honoursIdempotencyKeys = false;
        /// Anything at all.
        bool hasAnswered = false;
        Route *route = nullptr;
    };
    enum class Verb { Get, Post, Put, Delete };
    static QString methodName(Verb verb);

    struct Outgoing
    {
        Verb verb = Verb::Get;
        /// Nothing for an id that no account can have.
        std::optional<QUrl> url;
        QByteArray body = {};
        HttpAnswer::Headers headers = {};
        qint64 largestAnswer = 0;
    };
    /// One call, for what is said about it.
    struct Outset
    {
        std::shared_ptr<Target> target;
        Verb verb;
        QUrl url;
        QElapsedTimer since;

        /// The same with method, host and path, and without the credential. Logs it.
        Error told(Error facts, bool succeeded = false) const;
    };

    template <class T>
    using Read = std::function<Result<T>(const HttpAnswer &)>;

    Call readPage(const QUrl &url, Deadline deadline, QObject *context, Continuation<AccountPage> then);
    template <class T>
    Call send(const Outgoing &outgoing, Deadline deadline, QObject *context, Continuation<T> then,
              Read<T> read);
    std::optional<ErrorKind> refusal(const Outgoing &outgoing) const;
    Exchange::Started start(const Outgoing &outgoing, const Target &target);
    /// Nothing for what may be done once only.
    static PatientExchange::Again againAfter(const Outset &outset, Deadline deadline);
    Route *routeTo(const ApiTarget &target);

    HttpLimits m_limits;
    std::shared_ptr<TrustedAuthorities> m_authorities;
    std::shared_ptr<Target> m_target = std::make_shared<Target>();
    AccountReader m_reader;
    /// The last one is the way of the target; those before go once nothing is under way.
    std::vector<std::unique_ptr<Route>> m_routes;
    /// Parent of the exchanges that are under way.
    QObject m_exchanges;
};
