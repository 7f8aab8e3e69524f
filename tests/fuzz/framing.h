#pragma once

#include "app/local_api/request.h"

#include <charconv>
#include <optional>
#include <string>
#include <string_view>

/// The body of a request by the letter of RFC 9112 (6.3 and 7.1), read without the parser that is looked at.
class Framing
{
public:
    /// @p sent is what the connection carried from the beginning of the request on. Nothing when that is not
    /// well-formed.
    static std::optional<Framing> of(std::string_view sent, const localapi::Request &request)
    {
        const std::size_t head = sent.find("\r\n\r\n");
        if (head == std::string_view::npos)
            return std::nullopt;
        Framing framing(sent, head + 4);
        const auto length = request.firstValue("Content-Length");
        const bool isWellFormed = length                                    ? framing.takeLength(*length)
                                  : request.firstValue("Transfer-Encoding") ? framing.takeChunks()
                                                                            : true;
        return isWellFormed ? std::optional(framing) : std::nullopt;
    }

    const std::string &body() const { return m_body; }
    /// Where the next request begins.
    std::size_t end() const { return m_at; }

private:
    Framing(std::string_view sent, std::size_t at)
        : m_sent(sent)
        , m_at(at)
    {
    }

    bool take(std::size_t count)
    {
        if (count > m_sent.size() - m_at)
            return false;
        m_body += m_sent.substr(m_at, count);
        m_at += count;
        return true;
    }

    static bool isWhole(std::string_view text, int base, std::size_t &number)
    {
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number, base);
        return error == std::errc() && end == text.data() + text.size();
    }

    bool takeLength(std::string_view text)
    {
        std::size_t length = 0;
        return isWhole(text, 10, length) && take(length);
    }

    std::optional<std::string_view> line()
    {
        const std::size_t end = m_sent.find("\r\n", m_at);
        if (end == std::string_view::npos)
            return std::nullopt;
        const std::string_view text = m_sent.substr(m_at, end - m_at);
        m_at = end + 2;
        return text.find_first_of("\r\n") == std::string_view::npos ? std::optional(text) : std::nullopt;
    }

    bool takeChunks()
    {
        for (;;) {
            const auto header = line();
            std::size_t size = 0;
            if (!header || !isWhole(localapi::trimmed(header->substr(0, header->find(';'))), 16, size))
                return false;
            if (size == 0)
                return takeTrailer();
            if (!take(size) || line() != std::string_view())
                return false;
        }
    }

    bool takeTrailer()
    {
        for (;;) {
            const auto field = line();
            if (!field)
                return false;
            if (field->empty())
                return true;
        }
    }

    std::string_view m_sent;
    std::size_t m_at;
    std::string m_body;
};
