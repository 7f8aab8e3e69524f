#pragma once

#include "tests/app/admin_api/caught.h"
#include "tests/app/admin_api/samples.h"
#include "tests/faults/networkfault.h"

#include <QElapsedTimer>

/// One call of one method to a peer of its own.
class NetworkTrial
{
public:
    /// What a call may take at most.
    struct Patience
    {
        Deadline deadline = std::chrono::seconds(2);
        std::chrono::milliseconds silence = std::chrono::milliseconds(500);
    };

    /// @p authorities are ready: reading them must not count as the peer's silence.
    NetworkTrial(QByteArray method, const NetworkFault &fault, Patience patience,
                 std::shared_ptr<TrustedAuthorities> authorities)
        : m_method(std::move(method))
        , m_peer(fault())
        , m_deadline(patience.deadline)
    {
        HttpLimits limits;
        limits.idle = patience.silence;
        m_api = std::make_unique<HttpAdminApi>(limits, std::move(authorities));
        m_api->setTarget(m_peer.target, SecretText::fromUtf8(samples::credential));
    }

    bool prepare()
    {
        if (!m_peer.isUsedBefore)
            return true;
        Caught<Session> session;
        const Call call = m_api->session(std::chrono::seconds(20), &m_context, session.then());
        return session.wait() && session.ok();
    }

    void begin()
    {
        m_since.start();
        const QString id = QStringLiteral("a1");
        if (m_method == "POST")
            m_call = m_api->createServiceAccount(samples::newAccount(), QStringLiteral("k"), m_deadline,
                                                 &m_context, then<CreatedToken>());
        else if (m_method == "PUT")
            m_call = m_api->updateServiceAccount(id, samples::changes(), QStringLiteral("\"1\""), m_deadline,
                                                 &m_context, then<ServiceAccount>());
        else if (m_method == "DELETE")
            m_call = m_api->deleteServiceAccount(id, m_deadline, &m_context, then<Done>());
        else if (m_method == "list")
            m_call = m_api->listServiceAccounts({}, 100, m_deadline, &m_context, then<AccountPage>());
        else
            m_call = m_api->serviceAccount(id, m_deadline, &m_context, then<ServiceAccount>());
    }

    const QByteArray &method() const { return m_method; }
    bool isOver() const { return m_times > 0; }
    int times() const { return m_times; }
    const std::optional<Error> &error() const { return m_error; }
    bool wasInTime() const { return m_took <= m_deadline + std::chrono::seconds(1); }
    std::chrono::milliseconds took() const { return m_took; }
    /// Whole requests of its method.
    qsizetype onTheWire() const { return m_peer.count(m_method.constData()); }

private:
    template <class T>
    Continuation<T> then()
    {
        return [this](const Result<T> &result) {
            ++m_times;
            m_took = std::chrono::milliseconds(m_since.elapsed());
            if (!result)
                m_error = result.error();
        };
    }

    QByteArray m_method;
    FaultyPeer m_peer;
    Deadline m_deadline;
    std::unique_ptr<HttpAdminApi> m_api;
    QObject m_context;
    QElapsedTimer m_since;
    std::chrono::milliseconds m_took{0};
    int m_times = 0;
    std::optional<Error> m_error;
    Call m_call;
};
