#include "tests/support/memoryapifactory.h"

class ForwardingApi final : public RetargetableAdminApi
{
public:
    explicit ForwardingApi(MemoryApiFactory &factory)
        : m_factory(factory)
    {
    }

    void setTarget(const ApiTarget &target, SecretText credential) override
    {
        m_hasTarget = true;
        m_factory.m_targets.append(target);
        m_factory.m_lastCredential = std::move(credential);
    }

    Call listServiceAccounts(const QString &pageToken, int limit, Deadline deadline, QObject *context,
                             Continuation<AccountPage> then) override
    {
        if (!m_hasTarget)
            return unreachable(context, std::move(then));
        return server().listServiceAccounts(pageToken, limit, deadline, context, std::move(then));
    }

    Call serviceAccountsNamed(const QString &name, const QString &pageToken, Deadline deadline,
                              QObject *context, Continuation<AccountPage> then) override
    {
        if (!m_hasTarget)
            return unreachable(context, std::move(then));
        return server().serviceAccountsNamed(name, pageToken, deadline, context, std::move(then));
    }

    Call serviceAccount(const QString &id, Deadline deadline, QObject *context,
                        Continuation<ServiceAccount> then) override
    {
        if (!m_hasTarget)
            return unreachable(context, std::move(then));
        return server().serviceAccount(id, deadline, context, std::move(then));
    }

    Call createServiceAccount(const NewServiceAccount &account, const QString &idempotencyKey,
                              Deadline deadline, QObject *context, Continuation<CreatedToken> then) override
    {
        if (!m_hasTarget)
            return unreachable(context, std::move(then));
        return server().createServiceAccount(account, idempotencyKey, deadline, context, std::move(then));
    }

    Call updateServiceAccount(const QString &id, const AccountChanges &changes, const QString &etag,
                              Deadline deadline, QObject *context, Continuation<ServiceAccount> then) override
    {
        if (!m_hasTarget)
            return unreachable(context, std::move(then));
        return server().updateServiceAccount(id, changes, etag, deadline, context, std::move(then));
    }

    Call deleteServiceAccount(const QString &id, Deadline deadline, QObject *context,
                              Continuation<Done> then) override
    {
        if (!m_hasTarget)
            return unreachable(context, std::move(then));
        return server().deleteServiceAccount(id, deadline, context, std::move(then));
    }

    Call session(Deadline deadline, QObject *context, Continuation<Session> then) override
    {
        if (!m_hasTarget)
            return unreachable(context, std::move(then));
        return server().session(deadline, context, std::move(then));
    }

    bool honoursIdempotencyKeys() const override { return server().honoursIdempotencyKeys(); }

private:
    template <class T>
    static Call unreachable(QObject *context, Continuation<T> then)
    {
        const Promise<T> promise(context, std::move(then));
        promise.finishLater(Error(ErrorKind::Unreachable));
        return promise.call();
    }

    MemoryAdminApi &server() const { return m_factory.m_server; }

    MemoryApiFactory &m_factory;
    bool m_hasTarget = false;
};

std::unique_ptr<RetargetableAdminApi> MemoryApiFactory::create()
{
    return std::make_unique<ForwardingApi>(*this);
}
