// What arrives on one connection of the local API: heads, framing, and the requests behind each other.

#include "app/local_api/headrules.h"
#include "app/local_api/query.h"
#include "tests/fuzz/connectionreading.h"
#include "tests/fuzz/framing.h"
#include "tests/fuzz/property.h"

#include <algorithm>

using localapi::Request;

namespace {

bool isTokenCharacter(char character)
{
    return (character >= '0' && character <= '9') || (character >= 'A' && character <= 'Z') ||
           (character >= 'a' && character <= 'z') ||
           std::string_view("!#$%&'*+-.^_`|~").find(character) != std::string_view::npos;
}

bool isToken(std::string_view text)
{
    return !text.empty() && std::all_of(text.begin(), text.end(), isTokenCharacter);
}

bool isTargetPart(std::string_view text)
{
    return std::all_of(text.begin(), text.end(),
                       [](char one) { return one > ' ' && one <= '~' && one != '#'; });
}

std::string encoded(std::string_view plain)
{
    static constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (const char character : plain) {
        const auto byte = static_cast<unsigned char>(character);
        text += {'%', digits[byte >> 4], digits[byte & 15]};
    }
    return text;
}

void checkHead(const Request &request)
{
    mustHold(isToken(request.method), "a method is a token");
    mustHold(isTargetPart(request.path) && isTargetPart(request.query), "a target is printable ASCII");
    mustHold(request.path.find('?') == std::string::npos, "a path ends before the question mark");
    mustHold(request.fields.size() + request.authorization.size() <= ConnectionReading::limits().fields,
             "no more fields than allowed");
    for (const localapi::HeaderField &field : request.fields) {
        mustHold(isToken(field.name), "the name of a field is a token");
        mustHold(field.value.find_first_of(std::string_view("\r\n\0", 3)) == std::string::npos,
                 "the value of a field is within one line");
    }
    const auto hosts = request.values("Host");
    mustHold(hosts.size() == 1 && localapi::isLoopbackAuthority(hosts.front()), "one Host, of the loopback");
    const std::size_t framings =
        request.values("Content-Length").size() + request.values("Transfer-Encoding").size();
    mustHold(framings == (request.hasBody ? 1 : 0), "the length of a body is said once");
}

void checkQuery(const Request &request)
{
    const auto plain = localapi::Query::decoded(request.query);
    if (plain)
        mustHold(localapi::Query::decoded(encoded(*plain)) == *plain, "what was decoded can be encoded");
    if (plain && request.query.find_first_of("&=") == std::string::npos)
        mustHold(localapi::Query::fromText(request.query).has_value(), "a query of one part is a query");
}

void checkFraming(std::string_view sent, const ConnectionReading::Taken &taken, std::size_t begin)
{
    const auto framing = Framing::of(sent.substr(begin), taken.request);
    mustHold(framing.has_value(), "a request that is taken is well-formed");
    mustHold(framing->body() == localapi::viewOf(taken.request.body), "the body is what was sent as such");
    mustHold(framing->end() == taken.end - begin, "the next request begins where this one ends");
    mustHold(taken.request.body.size() <= ConnectionReading::limits().body, "no body is larger than allowed");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view sent(reinterpret_cast<const char *>(data), size);
    const auto whole = ConnectionReading::of(sent, std::max<std::size_t>(size, 1));
    mustHold(sameReading(whole, ConnectionReading::of(sent, 1)), "the same read a byte at a time");
    mustHold(sameReading(whole, ConnectionReading::of(sent, 7)), "the same read in pieces of seven bytes");
    std::size_t begin = 0;
    for (const ConnectionReading::Taken &taken : whole.requests) {
        checkHead(taken.request);
        checkQuery(taken.request);
        checkFraming(sent, taken, begin);
        begin = taken.end;
    }
    return 0;
}
