#pragma once

#include "app/local_api/limits.h"
#include "app/local_api/refusal.h"

#include <optional>
#include <string_view>

namespace localapi {

/// Reads the raw head of a request before the parser does, because Beast 1.81 takes what RFC 9112 forbids:
/// bare LF and CR, NUL, folded lines. Refuses as soon as the bytes that came are enough to tell.
class HeadScreen
{
public:
    explicit HeadScreen(const Limits &limits)
        : m_limits(limits)
    {
    }

    /// @p bytes is all that came of this request so far; what was looked at before is not looked at again.
    std::optional<Refusal> refuses(std::string_view bytes);

    /// The length of the head with its empty line; 0 while it is incomplete.
    std::size_t headLength() const { return m_headLength; }

    void reset();

private:
    std::optional<Refusal> refusesLine(std::string_view line);

    Limits m_limits;
    std::size_t m_position = 0;
    std::size_t m_lineStart = 0;
    std::size_t m_lines = 0;
    std::size_t m_headLength = 0;
};

} // namespace localapi
