#include "app/admin_api/outboundproxies.h"

#include "app/admin_api/apiaddress.h"

QList<QNetworkProxy> OutboundProxies::queryProxy(const QNetworkProxyQuery &query)
{
    if (ApiAddress::isThisComputer(query.peerHostName()))
        return {QNetworkProxy(QNetworkProxy::NoProxy)};
    return systemProxyForQuery(query);
}
