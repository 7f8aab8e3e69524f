#pragma once

#include "app/local_api/secretbytes.h"
#include "app/local_api/wipedbytes.h"

#include <QByteArray>

#include <string_view>

namespace localapi {

/// Everything that is done with the server key: making tokens, and the keyed hashes that are all the database
/// knows of a token, of an Idempotency-Key and of a body.
///
/// A token is `apono_sa_`, 30 base62 characters, and the CRC-32 of those 30 as 6 base62 digits. The 30 are
/// HMAC-SHA-256(server key, nonce, account id, Idempotency-Key), so that a repeated create gives the same
/// token again without its having been stored.
class TokenMint
{
public:
    static constexpr std::size_t keySize = 32;
    static constexpr qsizetype nonceSize = 32;
    static constexpr std::string_view prefix = "apono_sa_";

    /// @p serverKey has keySize bytes.
    explicit TokenMint(SecretBytes serverKey);

    WipedBytes mint(const QByteArray &nonce, std::string_view accountId,
                    std::string_view idempotencyKey) const;

    /// For one purpose each, so that the hash of one thing is never the hash of another.
    QByteArray hashOfToken(std::string_view token) const;
    QByteArray hashOfKey(std::string_view callerId, std::string_view idempotencyKey) const;
    QByteArray hashOfBody(std::string_view body) const;
    QByteArray hashOfCursor(std::string_view cursor) const;
    /// Tells whether a database belongs to this key.
    QByteArray proofOfKey() const;

    static QByteArray newNonce();

    /// Prefix, length, alphabet and checksum: refuses a typo without a look into the database.
    static bool isWellFormed(std::string_view token);

private:
    QByteArray keyedHash(std::string_view purpose, std::string_view first,
                         std::string_view second = {}) const;

    SecretBytes m_serverKey;
};

} // namespace localapi
