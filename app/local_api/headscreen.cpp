#include "app/local_api/headscreen.h"

namespace localapi {

namespace {

constexpr Refusal lineEnding{400, "A line of the request's head does not end in CR LF."};
constexpr Refusal tooLarge{431, "The head of the request is too large."};

std::string_view targetOf(std::string_view requestLine)
{
    const std::size_t first = requestLine.find(' ');
    const std::size_t last = requestLine.rfind(' ');
    return first == std::string_view::npos ? std::string_view()
                                           : requestLine.substr(first + 1, last - first - 1);
}

std::optional<Refusal> refusesRequestLine(std::string_view line)
{
    for (const char character : targetOf(line)) {
        if (character <= ' ' || character > '~' || character == '#')
            return Refusal{400, "The request's target holds a character that has to be percent-encoded."};
    }
    if (targetOf(line).find("%00") != std::string_view::npos)
        return Refusal{400, "The request's target holds an encoded NUL."};
    const std::string_view version = line.substr(line.rfind(' ') + 1);
    const bool isHttp = version.size() == 8 && version.substr(0, 5) == "HTTP/" && version[6] == '.';
    if (isHttp && version != "HTTP/1.1" && version != "HTTP/1.0")
        return Refusal{505, "This server speaks HTTP/1.1 and HTTP/1.0."};
    return std::nullopt;
}

} // namespace

void HeadScreen::reset()
{
    m_position = m_lineStart = m_lines = m_headLength = 0;
}

std::optional<Refusal> HeadScreen::refusesLine(std::string_view line)
{
    if (m_lines++ == 0)
        return refusesRequestLine(line);
    if (line.front() == ' ' || line.front() == '\t')
        return Refusal{400, "A line of the request's head begins with white space."};
    if (m_lines > m_limits.fields + 1)
        return Refusal{431, "The request has too many header fields."};
    return std::nullopt;
}

std::optional<Refusal> HeadScreen::refuses(std::string_view bytes)
{
    if (!bytes.empty() && (bytes.front() < 'A' || bytes.front() > 'Z'))
        return Refusal{400, "This is not an HTTP request."};
    for (; m_position < bytes.size() && m_headLength == 0; ++m_position) {
        if (m_position >= m_limits.head)
            return tooLarge;
        if (m_lines == 0 && m_position >= m_limits.requestLine)
            return Refusal{414, "The request's target is too long."};
        const char character = bytes[m_position];
        const bool afterReturn = m_position > 0 && bytes[m_position - 1] == '\r';
        if (character == '\0')
            return Refusal{400, "The request's head holds a NUL."};
        if (afterReturn != (character == '\n'))
            return lineEnding;
        if (character != '\n')
            continue;
        const std::string_view line = bytes.substr(m_lineStart, m_position - 1 - m_lineStart);
        m_lineStart = m_position + 1;
        if (line.empty())
            m_headLength = m_lineStart;
        else if (const auto refusal = refusesLine(line))
            return refusal;
    }
    return std::nullopt;
}

} // namespace localapi
