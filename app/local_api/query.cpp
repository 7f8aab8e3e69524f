#include "app/local_api/query.h"

#include <QStringDecoder>

#include <algorithm>

namespace localapi {

namespace {

int hexadecimal(char digit)
{
    if (digit >= '0' && digit <= '9')
        return digit - '0';
    const char lower = static_cast<char>(digit | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

bool isUtf8(const std::string &text)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    // It decodes when the result is asked for.
    static_cast<void>(QString(decoder(QByteArrayView(text.data(), static_cast<qsizetype>(text.size())))));
    return !decoder.hasError();
}

} // namespace

std::optional<std::string> Query::decoded(std::string_view text)
{
    std::string plain;
    plain.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '+') {
            plain += ' ';
        } else if (text[i] != '%') {
            plain += text[i];
        } else {
            const int high = i + 2 < text.size() ? hexadecimal(text[i + 1]) : -1;
            const int low = i + 2 < text.size() ? hexadecimal(text[i + 2]) : -1;
            if (high < 0 || low < 0)
                return std::nullopt;
            plain += static_cast<char>(high * 16 + low);
            i += 2;
        }
    }
    return isUtf8(plain) ? std::optional(plain) : std::nullopt;
}

std::optional<Query> Query::fromText(std::string_view text)
{
    Query query;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('&'), text.size());
        const std::string_view parameter = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (parameter.empty())
            continue;
        const std::size_t equals = std::min(parameter.find('='), parameter.size());
        auto name = decoded(parameter.substr(0, equals));
        auto value = decoded(parameter.substr(std::min(equals + 1, parameter.size())));
        if (!name || !value)
            return std::nullopt;
        query.m_parameters.emplace_back(std::move(*name), std::move(*value));
    }
    return query;
}

std::vector<std::string> Query::values(std::string_view name) const
{
    std::vector<std::string> found;
    for (const auto &parameter : m_parameters) {
        if (parameter.first == name)
            found.push_back(parameter.second);
    }
    return found;
}

} // namespace localapi
