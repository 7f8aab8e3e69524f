#pragma once

#include "models/ports/adminapi.h"
#include "models/ports/clock.h"

#include <functional>
#include <map>
#include <memory>
#include <optional>

/// A small Admin API in memory. It does what a call asks for at once and answers at a later turn of the event
/// loop; a test can hold answers back, make calls fail, and count them.
class MemoryAdminApi final : public AdminApi
{
public:
    enum class Verb { List, Read, Create, Update, Delete, Session };

    /// Whether a call that fails did its work on the server nevertheless, as when the answer was lost.
    enum class Work { NotDone, Done };

    /// @p clock must outlive it.
    explicit MemoryAdminApi(const Clock &clock);

    /// Adds the account, or replaces the one with its id as somebody else would: under a new ETag.
    void put(const ServiceAccount &account);
    void remove(const QString &id);
    const QList<ServiceAccount> &accounts() const { return m_accounts; }
    const ServiceAccount *find(const QString &name) const;
    /// `count` active accounts named account_001 ...; the ids are id_account_001 ...
    void fill(int count);

    /// Answers of @p verb wait until release().
    void hold(Verb verb) { m_held[verb] = true; }
    void holdAll();
    /// Gives the answers that wait, in their order, and holds no more.
    void release();
    /// How many answers wait for somebody who still wants them.
    int waiting() const;

    /// The next call of @p verb fails; several are used up in their order.
    void failNext(Verb verb, const Error &error, Work work = Work::NotDone);
    /// The same for the next call that is about the account of that id.
    void failNextOf(const QString &id, Verb verb, const Error &error, Work work = Work::NotDone);
    /// Every call fails until it is told otherwise: the server is away.
    void failAlways(const std::optional<Error> &error) { m_failure = error; }

    /// How many calls were started.
    int calls(Verb verb) const;
    /// The most calls that ever waited for their answers at the same time.
    int mostWaiting() const { return m_mostWaiting; }

    void setHonoursIdempotencyKeys(bool on) { m_honoursKeys = on; }
    const QStringList &idempotencyKeys() const { return m_keys; }
    /// Of the last update.
    const QString &lastIfMatch() const { return m_lastIfMatch; }
    void setSession(const Session &session) { m_session = session; }
    /// What a create gives as token; made up from the name when empty.
    void setNextToken(const QByteArray &token) { m_nextToken = token; }
    /// As a server that does not know the filter of serviceAccountsNamed(): it answers with all.
    void setFiltersByName(bool on) { m_filtersByName = on; }
    /// List answers carry this time instead of the clock's.
    void setServerTime(const QDateTime &time) { m_serverTime = time; }

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
    bool honoursIdempotencyKeys() const override { return m_honoursKeys; }

private:
    struct Failure
    {
        Error error;
        Work work;
    };
    struct Waiting
    {
        std::function<void()> give;
        std::function<bool()> isOver;
    };

    template <class T>
    Call answer(Verb verb, QObject *context, Continuation<T> then, const std::function<Result<T>()> &work,
                const QString &id = {});
    std::optional<Failure> nextFailure(Verb verb, const QString &id);
    AccountPage page(const QList<ServiceAccount> &accounts, const QString &pageToken, int limit) const;
    Result<CreatedToken> create(const NewServiceAccount &account, const QString &idempotencyKey);
    Result<ServiceAccount> update(const QString &id, const AccountChanges &changes, const QString &etag);
    ServiceAccount withEtag(const ServiceAccount &account) const;
    qsizetype indexOf(const QString &id) const;

    const Clock &m_clock;
    QList<ServiceAccount> m_accounts;
    QHash<QString, int> m_versions;
    std::map<Verb, bool> m_held;
    std::map<Verb, QList<Failure>> m_failures;
    std::map<Verb, QHash<QString, QList<Failure>>> m_failuresById;
    int m_mostWaiting = 0;
    std::map<Verb, int> m_calls;
    std::optional<Error> m_failure;
    std::vector<Waiting> m_waiting;
    bool m_honoursKeys = true;
    bool m_filtersByName = true;
    QStringList m_keys;
    QHash<QString, QString> m_createdByKey;
    QString m_lastIfMatch;
    Session m_session;
    QByteArray m_nextToken;
    QDateTime m_serverTime;
    int m_made = 0;
};
