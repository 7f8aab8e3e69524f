#include "app/local_api/headrules.h"

#include <algorithm>

namespace localapi {

namespace {

bool isDigits(std::string_view text)
{
    return !text.empty() &&
           std::all_of(text.begin(), text.end(), [](char digit) { return digit >= '0' && digit <= '9'; });
}

bool isLoopbackV4(std::string_view host)
{
    for (int part = 0; part < 4; ++part) {
        const std::size_t length = std::min(host.find('.'), host.size());
        const std::string_view number = host.substr(0, length);
        if (!isDigits(number) || number.size() > 3 || (part == 0 && number != "127"))
            return false;
        const bool isLast = length == host.size();
        if (isLast != (part == 3))
            return false;
        host.remove_prefix(isLast ? length : length + 1);
    }
    return true;
}

bool isPlausibleAuthority(std::string_view authority)
{
    return !authority.empty() && authority.find_first_of("/?#@\\ \t,%") == std::string_view::npos;
}

} // namespace

bool isLoopbackAuthority(std::string_view authority)
{
    std::string_view host = authority;
    if (const std::size_t colon = authority.rfind(':');
        colon != std::string_view::npos && authority.find(']', colon) == std::string_view::npos) {
        const std::string_view port = authority.substr(colon + 1);
        if (port.size() > 5 || (!port.empty() && !isDigits(port)))
            return false;
        host = authority.substr(0, colon);
    }
    return host == "[::1]" || sameName(host, "localhost") || isLoopbackV4(host);
}

std::optional<Refusal> refusesFraming(const Request &request, bool isHttp10)
{
    const auto lengths = request.values("Content-Length");
    const auto codings = request.values("Transfer-Encoding");
    if (lengths.size() > 1 || (!lengths.empty() && !isDigits(lengths.front())))
        return Refusal{400, "Content-Length has to be one number."};
    if (!codings.empty() && isHttp10)
        return Refusal{400, "HTTP/1.0 has no Transfer-Encoding."};
    if (!codings.empty() && !lengths.empty())
        return Refusal{400, "Content-Length and Transfer-Encoding exclude each other."};
    if (codings.size() > 1 || (!codings.empty() && !sameName(codings.front(), "chunked")))
        return Refusal{400, "The only Transfer-Encoding known here is chunked, once."};
    return std::nullopt;
}

std::optional<Refusal> refusesOrigin(const Request &request)
{
    const auto hosts = request.values("Host");
    if (hosts.size() != 1 || !isPlausibleAuthority(hosts.front()))
        return Refusal{400, "A request names exactly one Host."};
    if (!isLoopbackAuthority(hosts.front()))
        return Refusal{421, "This server answers for the loopback alone, not for this Host."};
    for (const std::string_view origin : request.values("Origin")) {
        if (!sameName(origin, "http://" + std::string(hosts.front())))
            return Refusal{403, "Pages of another origin may not call this server."};
    }
    return std::nullopt;
}

std::optional<Refusal> refusesExpectation(const Request &request)
{
    for (const std::string_view expectation : request.values("Expect")) {
        if (!sameName(expectation, "100-continue"))
            return Refusal{417, "The only expectation known here is 100-continue."};
    }
    return std::nullopt;
}

} // namespace localapi
