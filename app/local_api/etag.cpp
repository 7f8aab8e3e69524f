#include "app/local_api/etag.h"

#include <sodium.h>

#include <array>

namespace localapi {

namespace {

/// Calls @p visit with each entity tag of a list, until it says that it has seen enough.
template <typename Visit>
bool anyTag(std::string_view list, Visit visit)
{
    while (!list.empty()) {
        const std::size_t quote = list.find('"');
        const std::size_t end =
            quote == std::string_view::npos ? list.find(',') : list.find(',', list.find('"', quote + 1));
        if (visit(trimmed(list.substr(0, end))))
            return true;
        if (end == std::string_view::npos)
            return false;
        list.remove_prefix(end + 1);
    }
    return false;
}

std::string_view withoutWeakness(std::string_view tag)
{
    return tag.substr(0, 2) == "W/" ? tag.substr(2) : tag;
}

} // namespace

std::string etagOf(const Account &account)
{
    return '"' + std::to_string(account.revision) + '"';
}

std::string etagOf(const WipedBytes &body)
{
    std::array<unsigned char, 16> hash{};
    crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char *>(body.data()),
                       body.size(), nullptr, 0);
    std::array<char, 2 * hash.size() + 1> text{};
    sodium_bin2hex(text.data(), text.size(), hash.data(), hash.size());
    return '"' + std::string(text.data()) + '"';
}

bool ifMatchAllows(const Request &request, std::string_view etag)
{
    for (const std::string_view list : request.values("If-Match")) {
        if (anyTag(list, [etag](std::string_view tag) { return tag == "*" || tag == etag; }))
            return true;
    }
    return false;
}

Response unlessKnown(const Request &request, std::string etag, Response response)
{
    for (const std::string_view list : request.values("If-None-Match")) {
        if (anyTag(list,
                   [&etag](std::string_view tag) { return tag == "*" || withoutWeakness(tag) == etag; }))
            return Response(304).with("ETag", std::move(etag));
    }
    return std::move(response).with("ETag", std::move(etag));
}

} // namespace localapi
