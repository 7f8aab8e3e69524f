#pragma once

#include <QNetworkProxyFactory>

/// The system's proxies, and none for this computer. Chosen for each request here and not by the
/// process-wide QNetworkProxyFactory::setUseSystemConfiguration(), whose default depends on how Qt was built.
class OutboundProxies : public QNetworkProxyFactory
{
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override;
};
