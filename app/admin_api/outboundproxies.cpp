#include "app/admin_api/outboundproxies.h"

#include "app/admin_api/apiaddress.h"
#include "models/connections/proxyaddress.h"

OutboundProxies::OutboundProxies(const QString &proxy)
{
    if (const auto url = proxyUrl(proxy)) {
        const bool isSocks = url->scheme() == QStringLiteral("socks5");
        m_chosen = QNetworkProxy(isSocks ? QNetworkProxy::Socks5Proxy : QNetworkProxy::HttpProxy, url->host(),
                                 static_cast<quint16>(url->port()));
    } else if (proxy == noProxy()) {
        m_chosen = QNetworkProxy(QNetworkProxy::NoProxy);
    }
}

bool OutboundProxies::isUsed(const QString &proxy, const QString &host)
{
    return proxyUrl(proxy) && !ApiAddress::isThisComputer(host);
}

QList<QNetworkProxy> OutboundProxies::queryProxy(const QNetworkProxyQuery &query)
{
    if (ApiAddress::isThisComputer(query.peerHostName()))
        return {QNetworkProxy(QNetworkProxy::NoProxy)};
    return m_chosen ? QList<QNetworkProxy>{*m_chosen} : systemProxyForQuery(query);
}
