#include "app/local_api/tokenmint.h"

#include <sodium.h>
#include <zlib.h>

#include <algorithm>
#include <array>

namespace localapi {

namespace {

constexpr std::string_view digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
constexpr std::size_t randomLength = 30;
constexpr std::size_t checksumLength = 6;

const unsigned char *bytesOf(std::string_view text)
{
    return reinterpret_cast<const unsigned char *>(text.data());
}

std::string_view viewOf(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

/// HMAC-SHA-256 over several parts; the state and the result are wiped.
class Hmac
{
public:
    using Digest = std::array<unsigned char, crypto_auth_hmacsha256_BYTES>;

    explicit Hmac(std::string_view key) { crypto_auth_hmacsha256_init(&m_state, bytesOf(key), key.size()); }
    ~Hmac()
    {
        sodium_memzero(&m_state, sizeof m_state);
        sodium_memzero(m_digest.data(), m_digest.size());
    }

    Hmac(const Hmac &) = delete;
    Hmac &operator=(const Hmac &) = delete;

    Hmac &add(std::string_view part)
    {
        crypto_auth_hmacsha256_update(&m_state, bytesOf(part), part.size());
        return *this;
    }

    Digest &digest()
    {
        crypto_auth_hmacsha256_final(&m_state, m_digest.data());
        return m_digest;
    }

private:
    crypto_auth_hmacsha256_state m_state{};
    Digest m_digest{};
};

/// The 30 last base62 digits of the digest as one number. 62^30 goes 2^77 times into 2^256: no digit is
/// likelier than another in any way that could be told. Leaves zeros behind in @p digest.
void writeBase62(Hmac::Digest &digest, char *end)
{
    for (std::size_t position = 0; position < randomLength; ++position) {
        unsigned remainder = 0;
        for (unsigned char &byte : digest) {
            const unsigned value = remainder * 256 + byte;
            byte = static_cast<unsigned char>(value / 62);
            remainder = value % 62;
        }
        *--end = digits[remainder];
    }
}

std::array<char, checksumLength> checksumOf(std::string_view characters)
{
    unsigned long crc = crc32(0, bytesOf(characters), static_cast<unsigned>(characters.size()));
    std::array<char, checksumLength> text{};
    for (std::size_t position = checksumLength; position-- > 0; crc /= 62)
        text[position] = digits[crc % 62];
    return text;
}

} // namespace

TokenMint::TokenMint(SecretBytes serverKey)
    : m_serverKey(std::move(serverKey))
{
}

WipedBytes TokenMint::mint(const QByteArray &nonce, std::string_view accountId,
                           std::string_view idempotencyKey) const
{
    Hmac hmac(m_serverKey.view());
    hmac.add(viewOf(nonce)).add(accountId).add(idempotencyKey);
    WipedBytes token;
    token.reserve(prefix.size() + randomLength + checksumLength);
    append(token, prefix);
    token.resize(prefix.size() + randomLength);
    writeBase62(hmac.digest(), token.data() + token.size());
    const auto checksum = checksumOf(viewOf(token).substr(prefix.size()));
    append(token, {checksum.data(), checksum.size()});
    return token;
}

QByteArray TokenMint::keyedHash(std::string_view purpose, std::string_view first,
                                std::string_view second) const
{
    // The length keeps ("ab", "c") and ("a", "bc") apart.
    const std::string length = std::to_string(first.size());
    Hmac hmac(m_serverKey.view());
    hmac.add(purpose).add(" ").add(length).add(" ").add(first).add(second);
    const Hmac::Digest &digest = hmac.digest();
    return {reinterpret_cast<const char *>(digest.data()), static_cast<qsizetype>(digest.size())};
}

QByteArray TokenMint::hashOfToken(std::string_view token) const
{
    return keyedHash("token", token);
}

QByteArray TokenMint::hashOfKey(std::string_view callerId, std::string_view idempotencyKey) const
{
    return keyedHash("idempotency key", callerId, idempotencyKey);
}

QByteArray TokenMint::hashOfBody(std::string_view body) const
{
    return keyedHash("body", body);
}

QByteArray TokenMint::hashOfCursor(std::string_view cursor) const
{
    return keyedHash("cursor", cursor);
}

QByteArray TokenMint::proofOfKey() const
{
    return keyedHash("proof", {});
}

QByteArray TokenMint::newNonce()
{
    QByteArray nonce(nonceSize, Qt::Uninitialized);
    randombytes_buf(nonce.data(), static_cast<std::size_t>(nonce.size()));
    return nonce;
}

bool TokenMint::isWellFormed(std::string_view token)
{
    if (token.size() != prefix.size() + randomLength + checksumLength ||
        token.substr(0, prefix.size()) != prefix)
        return false;
    const std::string_view random = token.substr(prefix.size(), randomLength);
    const std::string_view checksum = token.substr(prefix.size() + randomLength);
    if (random.find_first_not_of(digits) != std::string_view::npos)
        return false;
    const auto expected = checksumOf(random);
    return std::equal(checksum.begin(), checksum.end(), expected.begin());
}

} // namespace localapi
