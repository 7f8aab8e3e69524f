#pragma once

#include "models/ports/adminapifactory.h"
#include "tests/support/memoryadminapi.h"

/// Makes adapters that all talk to one server in memory, whatever their target.
class MemoryApiFactory final : public AdminApiFactory
{
public:
    /// @p server must outlive the factory and everything that it makes.
    explicit MemoryApiFactory(MemoryAdminApi &server)
        : m_server(server)
    {
    }

    std::unique_ptr<RetargetableAdminApi> create() override;

    /// Every target that was set so far, in the order in which it came.
    const QList<ApiTarget> &targets() const { return m_targets; }
    /// The credential that came with the last target.
    const SecretText &lastCredential() const { return m_lastCredential; }

private:
    friend class ForwardingApi;

    MemoryAdminApi &m_server;
    QList<ApiTarget> m_targets;
    SecretText m_lastCredential;
};
