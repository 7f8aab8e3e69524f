#include "tests/fuzz/connectionreading.h"

#include <algorithm>

using localapi::HeaderField;
using Progress = localapi::RequestParser::Progress;

namespace {

bool sameField(const HeaderField &left, const HeaderField &right)
{
    return left.name == right.name && left.value == right.value;
}

bool sameTaken(const ConnectionReading::Taken &left, const ConnectionReading::Taken &right)
{
    const localapi::Request &one = left.request;
    const localapi::Request &other = right.request;
    return left.end == right.end && one.method == other.method && one.path == other.path &&
           one.query == other.query && one.authorization == other.authorization &&
           one.hasBody == other.hasBody && one.body == other.body &&
           std::equal(one.fields.begin(), one.fields.end(), other.fields.begin(), other.fields.end(),
                      sameField);
}

} // namespace

localapi::Limits ConnectionReading::limits()
{
    localapi::Limits limits;
    limits.requestLine = 128;
    limits.head = 512;
    limits.fields = 8;
    limits.body = 128;
    limits.chunkExtensions = 32;
    return limits;
}

ConnectionReading ConnectionReading::of(std::string_view bytes, std::size_t piece)
{
    ConnectionReading reading;
    localapi::RequestParser parser(limits());
    localapi::WipedBytes input;
    for (std::size_t arrived = 0; arrived < bytes.size();) {
        const std::string_view next = bytes.substr(arrived, piece);
        localapi::append(input, next);
        arrived += next.size();
        for (Progress progress = Progress::Head; progress != Progress::Incomplete;) {
            progress = parser.read(input);
            if (progress == Progress::Refused) {
                reading.isRefused = true;
                return reading;
            }
            if (progress == Progress::Complete) {
                const bool keepsAlive = parser.keepsAlive();
                reading.requests.push_back({parser.takeRequest(), arrived - input.size()});
                if (!keepsAlive)
                    return reading;
            }
        }
    }
    return reading;
}

bool sameReading(const ConnectionReading &left, const ConnectionReading &right)
{
    return left.isRefused == right.isRefused &&
           std::equal(left.requests.begin(), left.requests.end(), right.requests.begin(),
                      right.requests.end(), sameTaken);
}
