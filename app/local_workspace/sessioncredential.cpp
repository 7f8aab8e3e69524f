#include "app/local_workspace/sessioncredential.h"

#include <sodium.h>

#include <array>

SecretText makeSessionCredential()
{
    if (sodium_init() < 0)
        qFatal("libsodium could not be initialised");
    std::array<unsigned char, 36> bits{};
    std::array<char, 48 + 1> characters{}; // and the NUL that libsodium adds
    randombytes_buf(bits.data(), bits.size());
    sodium_bin2base64(characters.data(), characters.size(), bits.data(), bits.size(),
                      sodium_base64_VARIANT_URLSAFE_NO_PADDING);
    auto credential = SecretText::fromUtf8(QByteArrayView(characters.data(), 48));
    sodium_memzero(bits.data(), bits.size());
    sodium_memzero(characters.data(), characters.size());
    return credential;
}
