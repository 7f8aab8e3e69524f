#include "app/admin_api/route.h"

#include "app/admin_api/nocookies.h"
#include "app/admin_api/outboundproxies.h"

Route::Route(const ApiTarget &target, std::shared_ptr<TrustedAuthorities> systemAuthorities)
    : m_proxy(target.proxy)
    , m_authorityFile(target.authorityFile)
    , m_authorities(m_authorityFile.isEmpty() ? std::move(systemAuthorities)
                                              : std::make_shared<TrustedAuthorities>(m_authorityFile))
{
}

Route::~Route() = default;

bool Route::leadsTo(const ApiTarget &target) const
{
    // A file may be another one under the same name by now, so a target that names one is read anew.
    return target.proxy == m_proxy && target.authorityFile.isEmpty() && m_authorityFile.isEmpty();
}

std::shared_ptr<QNetworkAccessManager> Route::network()
{
    if (!m_network) {
        m_network = std::make_shared<QNetworkAccessManager>();
        m_network->setCookieJar(new NoCookies(m_network.get()));
        m_network->setProxyFactory(new OutboundProxies(m_proxy));
        m_network->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    }
    return m_network;
}
