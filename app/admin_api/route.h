#pragma once

#include "app/admin_api/trustedauthorities.h"
#include "models/ports/adminapifactory.h"

#include <QNetworkAccessManager>

#include <memory>

/// The way to a server: through which proxy, and whom it must show a certificate of. Requests of different
/// ways never share a connection.
class Route
{
public:
    /// @p systemAuthorities are used where @p target names no file.
    Route(const ApiTarget &target, std::shared_ptr<TrustedAuthorities> systemAuthorities);
    ~Route();

    /// Whether @p target is reached in this very way.
    bool leadsTo(const ApiTarget &target) const;

    TrustedAuthorities &authorities() { return *m_authorities; }
    /// Made at the first request: it starts a thread and loads plug-ins.
    std::shared_ptr<QNetworkAccessManager> network();
    /// The next request opens a connection of its own.
    void leaveConnections() { m_network.reset(); }

private:
    QString m_proxy;
    QString m_authorityFile;
    std::shared_ptr<TrustedAuthorities> m_authorities;
    std::shared_ptr<QNetworkAccessManager> m_network;
};
