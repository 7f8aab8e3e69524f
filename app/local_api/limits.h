#pragma once

#include <chrono>
#include <cstddef>

namespace localapi {

/// What one client may take of the server. A test shortens the times.
struct Limits
{
    std::size_t requestLine = 8192;
    std::size_t head = 16384;
    std::size_t fields = 64;
    std::size_t body = 262144;
    /// All chunk extensions of one body together, and each of the lines between the chunks; those behind the
    /// last one together.
    std::size_t chunkExtensions = 4096;
    std::size_t connections = 128;

    std::chrono::milliseconds headDeadline = std::chrono::seconds(5);
    std::chrono::milliseconds bodyDeadline = std::chrono::seconds(10);
    /// Between two requests, and for an answer that nobody fetches.
    std::chrono::milliseconds idleDeadline = std::chrono::seconds(15);
    /// For what a client still sends after it was refused: closing at once could destroy the answer on its
    /// way.
    std::chrono::milliseconds lingerDeadline = std::chrono::seconds(1);
};

} // namespace localapi
