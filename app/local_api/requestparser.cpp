#include "app/local_api/requestparser.h"

#include "app/local_api/headrules.h"
#include "app/local_api/headscreen.h"

#include <boost/asio/buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/vector_body.hpp>

#include <algorithm>
#include <functional>

namespace localapi {

namespace http = boost::beast::http;
namespace asio = boost::asio;

namespace {

using Allocator = WipingAllocator<char>;
using Body = http::vector_body<char, Allocator>;
using Parser = http::request_parser<Body, Allocator>;

/// Where Beast saw the line of the last chunk, it insists on more than one byte behind it: where assertions
/// are on, it ends the program. More is to come anyway.
bool isTooShortForBeast(std::string_view chunks)
{
    return chunks.size() == 4 && chunks.substr(0, 3) == "0\r\n";
}

Refusal refusalFor(const boost::system::error_code &error)
{
    if (error == http::error::body_limit)
        return {413, "The body of the request is too large."};
    if (error == http::error::header_limit)
        return {431, "The head of the request is too large."};
    return {400, "The request is not well-formed HTTP."};
}

bool endsALineBadly(std::string_view bytes)
{
    for (std::size_t at = bytes.find('\n'); at != std::string_view::npos; at = bytes.find('\n', at + 1)) {
        if (at == 0 || bytes[at - 1] != '\r')
            return true;
    }
    return false;
}

/// Beast takes a bare LF between quotes. Who reads a line's end there reads other chunks than we do.
bool holdsControls(boost::beast::string_view extensions)
{
    return std::any_of(extensions.begin(), extensions.end(),
                       [](char one) { return (one >= 0 && one < ' ' && one != '\t') || one == '\x7f'; });
}

std::string toString(boost::beast::string_view text)
{
    return {text.data(), text.size()};
}

/// An absolute target names its authority itself, and that one counts (RFC 9112, 3.2.2).
void splitTarget(std::string_view target, Request &request)
{
    constexpr std::string_view scheme = "http://";
    if (sameName(target.substr(0, scheme.size()), scheme)) {
        target.remove_prefix(scheme.size());
        const std::size_t path = std::min(target.find_first_of("/?"), target.size());
        for (HeaderField &field : request.fields) {
            if (sameName(field.name, "Host"))
                field.value = target.substr(0, path);
        }
        target.remove_prefix(path);
    }
    const std::size_t question = std::min(target.find('?'), target.size());
    request.path = target.substr(0, question);
    request.query = target.substr(std::min(question + 1, target.size()));
}

Request requestFrom(const Parser::value_type &message)
{
    Request request;
    request.method = toString(message.method_string());
    for (const auto &field : message.base()) {
        const auto value = field.value();
        if (field.name() == http::field::authorization)
            request.authorization.emplace_back(value.begin(), value.end());
        else
            request.fields.emplace_back(toString(field.name_string()), toString(value));
    }
    const auto target = message.target();
    splitTarget({target.data(), target.size()}, request);
    request.hasBody =
        message.count(http::field::content_length) > 0 || message.count(http::field::transfer_encoding) > 0;
    return request;
}

} // namespace

/// Keeps Beast's types out of the header.
struct RequestParser::Beast
{
    explicit Beast(const Limits &limits)
        : screen(limits)
        , budget(limits.chunkExtensions)
        , longestLines(limits.chunkExtensions)
    {
        onChunk = [this](std::uint64_t, boost::beast::string_view extensions,
                         boost::system::error_code &error) {
            if (extensions.size() > budget || holdsControls(extensions))
                error = http::error::bad_chunk_extension;
            else
                budget -= extensions.size();
        };
        begin(limits);
    }

    void begin(const Limits &limits)
    {
        screen.reset();
        budget = limits.chunkExtensions;
        parser.emplace();
        // Beast counts the head without its last line; the screen has the exact limit.
        parser->header_limit(static_cast<std::uint32_t>(limits.head + 16));
        parser->body_limit(limits.body);
        parser->on_chunk_header(onChunk);
    }

    std::size_t put(std::string_view bytes, boost::system::error_code &error)
    {
        return parser->put(asio::const_buffer(bytes.data(), bytes.size()), error);
    }

    /// One step: some of the body, or what stands before or behind a chunk.
    std::size_t putBody(std::string_view bytes, boost::system::error_code &error)
    {
        const std::size_t before = parser->get().body().size();
        const std::size_t used = put(bytes, error);
        if (used - (parser->get().body().size() - before) > longestLines)
            error = http::error::bad_chunk_extension;
        return used;
    }

    HeadScreen screen;
    std::size_t budget;
    std::size_t longestLines;
    std::function<void(std::uint64_t, boost::beast::string_view, boost::system::error_code &)> onChunk;
    std::optional<Parser> parser;
};

RequestParser::RequestParser(const Limits &limits)
    : m_limits(limits)
    , m_beast(std::make_unique<Beast>(limits))
{
}

RequestParser::~RequestParser() = default;

RequestParser::Progress RequestParser::read(WipedBytes &input)
{
    return m_isInBody ? readBody(input) : readHead(input);
}

RequestParser::Progress RequestParser::refuse(const Refusal &refusal)
{
    m_refusal = refusal;
    return Progress::Refused;
}

RequestParser::Progress RequestParser::readHead(WipedBytes &input)
{
    if (const auto refusal = m_beast->screen.refuses(viewOf(input)))
        return refuse(*refusal);
    const std::size_t length = m_beast->screen.headLength();
    if (length == 0)
        return Progress::Incomplete;

    boost::system::error_code error;
    m_beast->put(viewOf(input).substr(0, length), error);
    if (error)
        return refuse(refusalFor(error));
    if (!m_beast->parser->is_header_done())
        return refuse({400, "The request is not well-formed HTTP."});
    removeFront(input, length);

    const auto &message = m_beast->parser->get();
    m_request = requestFrom(message);
    const bool isHttp10 = message.version() == 10;
    if (const auto refusal = refusesFraming(m_request, isHttp10))
        return refuse(*refusal);
    if (const auto refusal = refusesOrigin(m_request))
        return refuse(*refusal);
    if (const auto refusal = refusesExpectation(m_request); refusal && !isHttp10)
        return refuse(*refusal);
    m_keepsAlive = m_beast->parser->keep_alive();
    m_expectsContinue = !isHttp10 && m_request.hasBody && m_request.firstValue("Expect").has_value();
    m_isInBody = true;
    return Progress::Head;
}

RequestParser::Progress RequestParser::readBody(WipedBytes &input)
{
    const auto isTooShort = [&input, isChunked = m_beast->parser->chunked()](std::size_t from) {
        return from == input.size() || (isChunked && isTooShortForBeast(viewOf(input).substr(from)));
    };
    std::size_t used = 0;
    boost::system::error_code error;
    while (!m_beast->parser->is_done() && !error && !isTooShort(used))
        used += m_beast->putBody(viewOf(input).substr(used), error);
    if (error && error != http::error::need_more)
        return refuse(refusalFor(error));
    removeFront(input, used);
    if (m_beast->parser->is_done())
        return Progress::Complete;
    if (isTooShort(0))
        return Progress::Incomplete;
    // Beast leaves only the beginning of a line between chunks. It would wait for its end until the deadline.
    if (endsALineBadly(viewOf(input)))
        return refuse({400, "A line between the chunks does not end in CR LF."});
    if (input.size() > m_limits.chunkExtensions)
        return refuse({400, "A line between the chunks is too long."});
    return Progress::Incomplete;
}

Request RequestParser::takeRequest()
{
    m_request.body = std::move(m_beast->parser->get().body());
    m_isInBody = false;
    m_beast->begin(m_limits);
    return std::move(m_request);
}

} // namespace localapi
