#include "app/local_api/pagetoken.h"

namespace localapi {

std::string PageToken::after(qint64 sequence) const
{
    constexpr qsizetype sealLength = 12;
    const QByteArray number = QByteArray::number(sequence);
    const QByteArray seal =
        m_mint.hashOfCursor(std::string(m_list) + ' ' + number.toStdString()).first(sealLength);
    return (number + '.' + seal)
        .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals)
        .toStdString();
}

std::optional<qint64> PageToken::sequenceIn(std::string_view token) const
{
    const QByteArray text = QByteArray(token.data(), static_cast<qsizetype>(token.size()));
    const auto bytes = QByteArray::fromBase64Encoding(text, QByteArray::Base64UrlEncoding |
                                                                QByteArray::AbortOnBase64DecodingErrors);
    if (!bytes)
        return std::nullopt;
    bool isNumber = false;
    const qint64 sequence =
        (*bytes).first(std::max<qsizetype>((*bytes).indexOf('.'), 0)).toLongLong(&isNumber);
    // What is not written exactly as after() writes it was not written by it.
    return isNumber && after(sequence) == token ? std::optional(sequence) : std::nullopt;
}

} // namespace localapi
