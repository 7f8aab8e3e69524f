#pragma once

#include <QNetworkProxyFactory>

#include <optional>

/// The proxy of a connection: its own, none, or the system's; and never one for this computer, where a token
/// may go unencrypted. Chosen for each request here and not by the process-wide
/// QNetworkProxyFactory::setUseSystemConfiguration(), whose default depends on how Qt was built.
class OutboundProxies : public QNetworkProxyFactory
{
public:
    /// As ApiTarget::proxy has it.
    explicit OutboundProxies(const QString &proxy);

    /// Whether a request to @p host goes through the proxy that @p proxy names.
    static bool isUsed(const QString &proxy, const QString &host);

    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override;

private:
    /// Nothing: the system's.
    std::optional<QNetworkProxy> m_chosen;
};
