#include "app/local_api/secretbytes.h"

#include <sodium.h>

#include <algorithm>
#include <new>
#include <utility>

namespace localapi {

SecretBytes::SecretBytes(std::size_t size)
{
    if (sodium_init() < 0)
        throw std::bad_alloc();
    m_data = static_cast<char *>(sodium_malloc(size));
    if (!m_data)
        throw std::bad_alloc();
    m_size = size;
}

SecretBytes::~SecretBytes()
{
    sodium_free(m_data);
}

SecretBytes::SecretBytes(SecretBytes &&other) noexcept
    : m_data(std::exchange(other.m_data, nullptr))
    , m_size(std::exchange(other.m_size, 0))
{
}

SecretBytes &SecretBytes::operator=(SecretBytes &&other) noexcept
{
    std::swap(m_data, other.m_data);
    std::swap(m_size, other.m_size);
    return *this;
}

SecretBytes SecretBytes::copyOf(std::string_view bytes)
{
    SecretBytes copy(bytes.size());
    std::copy(bytes.begin(), bytes.end(), copy.m_data);
    return copy;
}

SecretBytes SecretBytes::random(std::size_t size)
{
    SecretBytes bytes(size);
    randombytes_buf(bytes.m_data, size);
    return bytes;
}

bool SecretBytes::equals(std::string_view other) const
{
    return other.size() == m_size && sodium_memcmp(m_data, other.data(), m_size) == 0;
}

} // namespace localapi
