#pragma once

#include <QRandomGenerator>

#include <chrono>

/// How long to wait before something that failed is tried again: a wait that doubles with each failure, with
/// some chance in it, so that many consoles do not come back to a server at once.
class Backoff
{
public:
    constexpr Backoff(std::chrono::milliseconds first, std::chrono::milliseconds longest)
        : m_first(first)
        , m_longest(longest)
    {
    }

    /// After the failure with that number in a row, counted from 1, without chance.
    std::chrono::milliseconds middle(int failure) const;
    /// Anything up to middle(): spreads the tries best, for waits that nobody sees.
    std::chrono::milliseconds upTo(int failure, QRandomGenerator &chance) const;
    /// A fifth more or less than middle(): for waits that somebody sees.
    std::chrono::milliseconds about(int failure, QRandomGenerator &chance) const;

private:
    std::chrono::milliseconds m_first;
    std::chrono::milliseconds m_longest;
};
