#pragma once

#include <sodium.h>

#include <algorithm>
#include <cstddef>
#include <memory>
#include <string_view>
#include <vector>

namespace localapi {

/// Overwrites memory before it is given back, so that a bearer or a fresh token does not stay in the heap.
template <typename T>
struct WipingAllocator
{
    using value_type = T;

    WipingAllocator() = default;
    template <typename Other>
    WipingAllocator(const WipingAllocator<Other> &) noexcept
    {
    }

    T *allocate(std::size_t count) { return std::allocator<T>().allocate(count); }

    void deallocate(T *memory, std::size_t count) noexcept
    {
        sodium_memzero(memory, count * sizeof(T));
        std::allocator<T>().deallocate(memory, count);
    }

    friend bool operator==(const WipingAllocator &, const WipingAllocator &) { return true; }
};

/// Bytes that may hold a secret for the length of one request. A vector and not a string: a short string
/// would live inside the object, where the allocator cannot wipe it.
using WipedBytes = std::vector<char, WipingAllocator<char>>;

inline std::string_view viewOf(const WipedBytes &bytes)
{
    return {bytes.data(), bytes.size()};
}

inline void append(WipedBytes &bytes, std::string_view text)
{
    bytes.insert(bytes.end(), text.begin(), text.end());
}

/// Takes @p count bytes from the front, and leaves no copy of anything behind the new end.
inline void removeFront(WipedBytes &bytes, std::size_t count)
{
    const auto rest =
        std::copy(bytes.begin() + static_cast<std::ptrdiff_t>(count), bytes.end(), bytes.begin());
    sodium_memzero(bytes.data() + (rest - bytes.begin()), count);
    bytes.erase(rest, bytes.end());
}

} // namespace localapi
