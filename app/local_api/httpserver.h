#pragma once

#include "app/local_api/httphandler.h"
#include "app/local_api/limits.h"

#include <QString>
#include <QtGlobal>

#include <memory>
#include <optional>

namespace localapi {

/// HTTP/1.1 on one loopback address, all connections on one thread: the one that calls run().
class HttpServer
{
public:
    /// @p handler has to outlive the server.
    HttpServer(HttpHandler &handler, const Limits &limits);
    ~HttpServer();

    HttpServer(const HttpServer &) = delete;
    HttpServer &operator=(const HttpServer &) = delete;

    /// @p port 0 takes a free one. Connections queue from now on and are served by run(). The sentence says
    /// what is wrong.
    std::optional<QString> listen(const QString &address, quint16 port);

    quint16 port() const;

    /// Serves until stop(); a request whose head had come by then is still answered.
    void run();

    /// From any thread.
    void stop();

private:
    class Implementation;
    std::unique_ptr<Implementation> m_implementation;
};

} // namespace localapi
