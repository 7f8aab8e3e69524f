#include "app/local_api/localapi.h"

#include "app/local_api/router.h"

namespace localapi {

LocalApi::LocalApi(Settings settings)
    : m_settings(std::move(settings))
    , m_folder(m_settings.dataDir)
    , m_server(*this, m_settings.limits)
{
}

std::optional<QString> LocalApi::start()
{
    if (auto sentence = m_folder.open())
        return sentence;
    if (auto sentence = m_server.listen(m_settings.listenAddress, m_settings.port))
        return sentence;
    auto key = m_folder.serverKey();
    if (const QString *sentence = std::get_if<QString>(&key))
        return *sentence;

    StoreThread::Setup setup;
    setup.databasePath = m_folder.databasePath();
    setup.serverKey = std::move(std::get<SecretBytes>(key));
    setup.sessionCredential = std::move(m_settings.sessionCredential);
    setup.adminTokenPath =
        m_settings.adminTokenFile.isEmpty() ? m_folder.adminTokenPath() : m_settings.adminTokenFile;
    setup.seed = m_settings.seed;
    setup.clock = m_settings.clock;
    m_store = std::make_unique<StoreThread>(std::move(setup));
    return m_store->start();
}

QString LocalApi::address() const
{
    const QString host = m_settings.listenAddress.contains(u':') ? u'[' + m_settings.listenAddress + u']'
                                                                 : m_settings.listenAddress;
    return QStringLiteral("http://%1:%2").arg(host).arg(port());
}

std::optional<Response> LocalApi::refuseEarly(const Request &request)
{
    auto route = routeOf(request);
    if (auto *refusal = std::get_if<Response>(&route))
        return std::move(*refusal);
    return std::nullopt;
}

void LocalApi::answer(Request request, Reply reply)
{
    m_store->ask(std::move(request), std::move(reply));
}

} // namespace localapi
