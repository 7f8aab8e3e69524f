#pragma once

#include "app/local_api/tokenmint.h"

#include <optional>
#include <string>
#include <string_view>

namespace localapi {

/// The opaque cursor of a list: where the last page ended, sealed with the server key so that a text which
/// this server did not give out, or gave out for another list, is refused.
class PageToken
{
public:
    /// @p list names the list, for example "accounts".
    PageToken(const TokenMint &mint, std::string_view list)
        : m_mint(mint)
        , m_list(list)
    {
    }

    std::string after(qint64 sequence) const;
    std::optional<qint64> sequenceIn(std::string_view token) const;

private:
    const TokenMint &m_mint;
    std::string_view m_list;
};

} // namespace localapi
