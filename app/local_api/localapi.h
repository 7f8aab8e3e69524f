#pragma once

#include "app/local_api/datafolder.h"
#include "app/local_api/httphandler.h"
#include "app/local_api/httpserver.h"
#include "app/local_api/limits.h"
#include "app/local_api/storethread.h"

#include <QString>

namespace localapi {

/// The whole server: folder, port, store and HTTP put together.
class LocalApi : private HttpHandler
{
public:
    struct Settings
    {
        QString dataDir;
        QString listenAddress = QStringLiteral("127.0.0.1");
        /// 0: a free one.
        quint16 port = 0;
        /// Empty: in the data folder.
        QString adminTokenFile;
        int seed = 0;
        /// Empty: none.
        SecretBytes sessionCredential;
        Limits limits;
        Clock clock = systemTime;
    };

    explicit LocalApi(Settings settings);

    /// From here on clients can connect. The sentence says why not, and what to do; nothing was overwritten.
    std::optional<QString> start();

    /// "http://127.0.0.1:49152".
    QString address() const;
    quint16 port() const { return m_server.port(); }

    /// Serves until stop(), and answers what was asked by then.
    void run() { m_server.run(); }

    /// From any thread.
    void stop() { m_server.stop(); }

private:
    std::optional<Response> refuseEarly(const Request &request) override;
    void answer(Request request, Reply reply) override;

    Settings m_settings;
    DataFolder m_folder;
    HttpServer m_server;
    /// Goes before the server that its replies go to, and has none left by then.
    std::unique_ptr<StoreThread> m_store;
};

} // namespace localapi
