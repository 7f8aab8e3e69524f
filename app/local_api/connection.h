#pragma once

// Included by httpserver.cpp alone: Asio is compiled once.

#include "app/local_api/httphandler.h"
#include "app/local_api/limits.h"
#include "app/local_api/problem.h"
#include "app/local_api/requestparser.h"
#include "app/local_api/responsehead.h"

#include <boost/asio/buffer.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/write.hpp>

#include <array>
#include <list>

namespace localapi {

namespace asio = boost::asio;
using boost::system::error_code;
using SteadyClock = std::chrono::steady_clock;

// Concrete executors: any_io_executor costs a third of the speed.
using Executor = asio::io_context::executor_type;
using Socket = asio::basic_stream_socket<asio::ip::tcp, Executor>;
using Acceptor = asio::basic_socket_acceptor<asio::ip::tcp, Executor>;
using Timer = asio::basic_waitable_timer<SteadyClock, asio::wait_traits<SteadyClock>, Executor>;

class Connection;

/// What the connections share.
struct ConnectionContext
{
    ConnectionContext(HttpHandler &httpHandler, const Limits &clientLimits)
        : handler(httpHandler)
        , limits(clientLimits)
    {
    }

    HttpHandler &handler;
    Limits limits;
    asio::io_context io{1};
    ResponseHead head;
    /// Oldest first.
    std::list<std::shared_ptr<Connection>> connections;
    bool isClosing = false;
};

/// One client: reads a request, has it answered, writes the answer, and so on. Never reads ahead while a
/// request is being answered, so a greedy client fills its own buffers and not ours.
class Connection : public std::enable_shared_from_this<Connection>
{
public:
    /// Head: some of a head is missing, perhaps all of it. Idle: as Head, but a request was answered before.
    enum class State { Head, Idle, Body, Handling, Writing, Lingering, Closed };

    Connection(ConnectionContext &context, Socket socket)
        : m_context(context)
        , m_socket(std::move(socket))
        , m_parser(context.limits)
    {
    }

    State state() const { return m_state; }
    void start();
    void close();
    void sweep(SteadyClock::time_point now);
    /// Answers with @p response and closes.
    void turnAway(Response response);

private:
    void enter(State state);
    void read();
    void onRead(const error_code &error, std::size_t count);
    void advance();
    void onHead();
    void sendContinue();
    void handle();
    void onReply(Response response);
    void respond(Response response, bool keepsAlive);
    void onWritten(const error_code &error);
    void linger();

    ConnectionContext &m_context;
    Socket m_socket;
    RequestParser m_parser;
    State m_state = State::Head;
    SteadyClock::time_point m_since = SteadyClock::now();
    std::array<char, std::size_t{16} * 1024> m_chunk{};
    WipedBytes m_input;
    bool m_isReading = false;
    bool m_isHeadRequest = false;
    bool m_keepsAlive = false;
    std::string m_answerHead;
    WipedBytes m_answerBody;
};

inline void Connection::enter(State state)
{
    m_state = state;
    m_since = SteadyClock::now();
}

inline void Connection::start()
{
    read();
}

inline void Connection::close()
{
    if (m_state == State::Closed)
        return;
    enter(State::Closed);
    error_code ignored;
    m_socket.close(ignored);
    m_context.connections.remove(shared_from_this());
}

inline void Connection::read()
{
    // A client that was turned away while we read is still being read from.
    if (m_isReading)
        return;
    m_isReading = true;
    m_socket.async_read_some(asio::buffer(m_chunk),
                             [self = shared_from_this()](const error_code &error, std::size_t count) {
                                 self->m_isReading = false;
                                 self->onRead(error, count);
                             });
}

inline void Connection::onRead(const error_code &error, std::size_t count)
{
    switch (m_state) {
    case State::Closed:
    case State::Writing:
        return;
    case State::Lingering:
        return error ? close() : read();
    case State::Idle:
        enter(State::Head);
        break;
    default:
        break;
    }
    if (error)
        return close();
    append(m_input, {m_chunk.data(), count});
    // Before anything else: the next read may fill the chunk as soon as it is asked for.
    sodium_memzero(m_chunk.data(), count);
    advance();
}

inline void Connection::advance()
{
    switch (m_parser.read(m_input)) {
    case RequestParser::Progress::Incomplete:
        return read();
    case RequestParser::Progress::Head:
        return onHead();
    case RequestParser::Progress::Complete:
        return handle();
    case RequestParser::Progress::Refused:
        return turnAway(problem(m_parser.refusal().status, m_parser.refusal().detail));
    }
}

inline void Connection::onHead()
{
    enter(State::Body);
    const Request &request = m_parser.request();
    m_isHeadRequest = request.method == "HEAD";
    m_keepsAlive = m_parser.keepsAlive();
    if (request.hasBody) {
        if (auto refusal = m_context.handler.refuseEarly(request))
            return turnAway(std::move(*refusal));
    }
    if (m_parser.expectsContinue() && m_input.empty())
        return sendContinue();
    advance();
}

inline void Connection::sendContinue()
{
    static constexpr std::string_view go = "HTTP/1.1 100 Continue\r\n\r\n";
    asio::async_write(m_socket, asio::buffer(go.data(), go.size()),
                      [self = shared_from_this()](const error_code &error, std::size_t) {
                          if (self->m_state != State::Body)
                              return;
                          if (error)
                              return self->close();
                          self->advance();
                      });
}

inline void Connection::handle()
{
    enter(State::Handling);
    Request request = m_parser.takeRequest();
    if (auto refusal = m_context.handler.refuseEarly(request))
        return onReply(std::move(*refusal));
    m_context.handler.answer(std::move(request), [self = shared_from_this()](Response response) {
        asio::post(self->m_context.io,
                   [self, answer = std::move(response)]() mutable { self->onReply(std::move(answer)); });
    });
}

inline void Connection::onReply(Response response)
{
    if (m_state == State::Handling)
        respond(std::move(response), m_keepsAlive && !m_context.isClosing);
}

inline void Connection::turnAway(Response response)
{
    respond(std::move(response), false);
}

inline void Connection::respond(Response response, bool keepsAlive)
{
    enter(State::Writing);
    m_keepsAlive = keepsAlive;
    m_answerHead = m_context.head.of(response, keepsAlive);
    m_answerBody = m_isHeadRequest ? WipedBytes() : std::move(response.body);
    const std::array parts = {asio::const_buffer(m_answerHead.data(), m_answerHead.size()),
                              asio::const_buffer(m_answerBody.data(), m_answerBody.size())};
    asio::async_write(m_socket, parts, [self = shared_from_this()](const error_code &error, std::size_t) {
        self->onWritten(error);
    });
}

inline void Connection::onWritten(const error_code &error)
{
    if (m_state == State::Closed)
        return;
    // Not "= {}": that is an assignment of no bytes, which keeps the memory and what stands in it.
    m_answerBody = WipedBytes();
    m_isHeadRequest = false;
    if (error)
        return close();
    if (!m_keepsAlive)
        return linger();
    if (m_context.isClosing)
        return close();
    enter(m_input.empty() ? State::Idle : State::Head);
    advance();
}

inline void Connection::linger()
{
    enter(State::Lingering);
    error_code ignored;
    m_socket.shutdown(Socket::shutdown_send, ignored);
    read();
}

inline void Connection::sweep(SteadyClock::time_point now)
{
    const Limits &limits = m_context.limits;
    const auto age = now - m_since;
    switch (m_state) {
    case State::Head:
        if (age < limits.headDeadline)
            return;
        return m_input.empty() ? close() : turnAway(problem(408, "The head of the request took too long."));
    case State::Body:
        if (age >= limits.bodyDeadline)
            turnAway(problem(408, "The body of the request took too long."));
        return;
    case State::Idle:
    case State::Writing:
        return age >= limits.idleDeadline ? close() : void();
    case State::Lingering:
        return age >= limits.lingerDeadline ? close() : void();
    case State::Handling:
    case State::Closed:
        return;
    }
}

} // namespace localapi
