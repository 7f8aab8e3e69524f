#pragma once

#include <cstddef>
#include <string_view>

namespace localapi {

/// A secret that lives as long as the server: in libsodium's guarded memory, locked out of swap and core
/// files where the system allows it, wiped at the end. Can be moved, not copied.
class SecretBytes
{
public:
    SecretBytes() = default;
    explicit SecretBytes(std::size_t size);
    ~SecretBytes();

    SecretBytes(SecretBytes &&other) noexcept;
    SecretBytes &operator=(SecretBytes &&other) noexcept;
    SecretBytes(const SecretBytes &) = delete;
    SecretBytes &operator=(const SecretBytes &) = delete;

    static SecretBytes copyOf(std::string_view bytes);
    static SecretBytes random(std::size_t size);

    char *data() { return m_data; }
    std::string_view view() const { return {m_data, m_size}; }
    std::size_t size() const { return m_size; }
    bool isEmpty() const { return m_size == 0; }

    /// In a time that depends on the length of @p other alone.
    bool equals(std::string_view other) const;

private:
    char *m_data = nullptr;
    std::size_t m_size = 0;
};

} // namespace localapi
