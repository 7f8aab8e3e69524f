#include "app/local_api/httpserver.h"

#include "app/local_api/connection.h"

#include <QCoreApplication>

#include <algorithm>

namespace localapi {

namespace {

constexpr std::chrono::milliseconds sweepInterval{200};

} // namespace

class HttpServer::Implementation
{
public:
    Implementation(HttpHandler &handler, const Limits &limits)
        : m_context(handler, limits)
    {
    }

    std::optional<QString> listen(const QString &address, quint16 port);
    quint16 port() const { return m_port; }
    void run();
    void stop();

private:
    void accept();
    void admit(Socket socket);
    bool hasRoom() const { return m_context.connections.size() < m_context.limits.connections; }
    bool makeRoom();
    void scheduleSweep();
    void sweep();
    void close();

    ConnectionContext m_context;
    Acceptor m_acceptor{m_context.io.get_executor()};
    Timer m_timer{m_context.io.get_executor()};
    quint16 m_port = 0;
    bool m_isAccepting = false;
};

std::optional<QString> HttpServer::Implementation::listen(const QString &address, quint16 port)
{
    error_code error;
    const auto ip = asio::ip::make_address(address.toStdString(), error);
    const asio::ip::tcp::endpoint endpoint(ip, port);
    if (!error)
        m_acceptor.open(endpoint.protocol(), error);
    if (!error)
        m_acceptor.set_option(Acceptor::reuse_address(true), error);
    if (!error)
        m_acceptor.bind(endpoint, error);
    if (!error)
        m_acceptor.listen(Acceptor::max_listen_connections, error);
    if (error == asio::error::address_in_use)
        return QCoreApplication::translate("localapi::HttpServer",
                                           "Port %1 of %2 is taken by another program. Give another one with "
                                           "--port, or leave it out to get a free one.")
            .arg(port)
            .arg(address);
    if (error)
        return QCoreApplication::translate("localapi::HttpServer",
                                           "Cannot listen on %1, port %2: %3. Give another address with "
                                           "--listen or another port with --port.")
            .arg(address)
            .arg(port)
            .arg(QString::fromStdString(error.message()));
    m_port = m_acceptor.local_endpoint(error).port();
    return std::nullopt;
}

void HttpServer::Implementation::run()
{
    accept();
    scheduleSweep();
    m_context.io.run();
}

void HttpServer::Implementation::stop()
{
    asio::post(m_context.io, [this] { close(); });
}

void HttpServer::Implementation::accept()
{
    m_isAccepting = true;
    m_acceptor.async_accept([this](const error_code &error, Socket socket) {
        m_isAccepting = false;
        if (m_context.isClosing)
            return;
        // Out of file descriptors, for example: the next sweep tries again, when some were closed.
        if (error)
            return;
        admit(std::move(socket));
        accept();
    });
}

void HttpServer::Implementation::admit(Socket socket)
{
    error_code ignored;
    socket.set_option(asio::ip::tcp::no_delay(true), ignored);
    while (!hasRoom() && makeRoom()) {
    }
    const bool isWelcome = hasRoom();
    const auto connection = std::make_shared<Connection>(m_context, std::move(socket));
    m_context.connections.push_back(connection);
    if (isWelcome)
        connection->start();
    else
        connection->turnAway(problem(503, "Too many requests are being answered.").with("Retry-After", "1"));
}

/// Closes the oldest connection that has not even sent a head, else the oldest that asks for nothing, else
/// the oldest whose body is still to come: a plain limit would shut out everybody else during a flood.
bool HttpServer::Implementation::makeRoom()
{
    using State = Connection::State;
    for (const State victim : {State::Lingering, State::Head, State::Idle, State::Body}) {
        const auto found = std::find_if(m_context.connections.begin(), m_context.connections.end(),
                                        [victim](const auto &one) { return one->state() == victim; });
        if (found != m_context.connections.end()) {
            const std::shared_ptr<Connection> oldest = *found;
            oldest->close();
            return true;
        }
    }
    return false;
}

void HttpServer::Implementation::scheduleSweep()
{
    m_timer.expires_after(sweepInterval);
    m_timer.async_wait([this](const error_code &) { sweep(); });
}

void HttpServer::Implementation::sweep()
{
    const auto now = SteadyClock::now();
    const auto connections = m_context.connections;
    for (const auto &connection : connections)
        connection->sweep(now);
    if (!m_isAccepting && !m_context.isClosing)
        accept();
    if (!m_context.isClosing || !m_context.connections.empty())
        scheduleSweep();
}

void HttpServer::Implementation::close()
{
    using State = Connection::State;
    m_context.isClosing = true;
    error_code ignored;
    m_acceptor.close(ignored);
    const auto connections = m_context.connections;
    for (const auto &connection : connections) {
        const State state = connection->state();
        if (state == State::Head || state == State::Idle || state == State::Lingering)
            connection->close();
    }
    m_timer.cancel();
}

HttpServer::HttpServer(HttpHandler &handler, const Limits &limits)
    : m_implementation(std::make_unique<Implementation>(handler, limits))
{
}

HttpServer::~HttpServer() = default;

std::optional<QString> HttpServer::listen(const QString &address, quint16 port)
{
    return m_implementation->listen(address, port);
}

quint16 HttpServer::port() const
{
    return m_implementation->port();
}

void HttpServer::run()
{
    m_implementation->run();
}

void HttpServer::stop()
{
    m_implementation->stop();
}

} // namespace localapi
