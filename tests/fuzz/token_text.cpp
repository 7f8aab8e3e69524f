// Texts that may be tokens: of the local API, of its pages, and of the form that the console sends them in.

#include "app/local_api/pagetoken.h"
#include "app/local_api/tokenmint.h"
#include "models/secrets/secrettext.h"
#include "tests/fuzz/property.h"

#include <algorithm>
#include <cstdint>

using localapi::TokenMint;

namespace {

constexpr std::size_t tokenLength = 45;

const TokenMint &mint()
{
    static const TokenMint made(localapi::SecretBytes::copyOf(std::string(TokenMint::keySize, 'k')));
    return made;
}

void checkSlips(std::string_view token, std::string_view input)
{
    const auto first = static_cast<unsigned char>(input[0]);
    const std::size_t place = first % tokenLength;
    std::string slip(token);
    slip[place] = input[1];
    mustHold(slip == token || !TokenMint::isWellFormed(slip), "one wrong character is noticed");
    slip = token;
    std::swap(slip[place], slip[(place + 1) % tokenLength]);
    mustHold(slip == token || !TokenMint::isWellFormed(slip),
             "two characters in the wrong order are noticed");
    mustHold(!TokenMint::isWellFormed(token.substr(0, place)), "a part of a token is none");
    mustHold(!TokenMint::isWellFormed(std::string(token) + input[1]),
             "a token with something behind is none");
}

void checkMinted(std::string_view input)
{
    const std::string_view rest = input.substr(2);
    const std::string_view id = rest.substr(0, rest.size() / 2);
    const QByteArray nonce(TokenMint::nonceSize, input[0]);
    const localapi::WipedBytes token = mint().mint(nonce, id, rest.substr(id.size()));
    mustHold(token.size() == tokenLength && TokenMint::isWellFormed(localapi::viewOf(token)),
             "what is minted is well-formed");
    checkSlips(localapi::viewOf(token), input);
}

void checkPageToken(std::string_view input)
{
    const localapi::PageToken accounts(mint(), "accounts");
    if (const auto sequence = accounts.sequenceIn(input))
        mustHold(accounts.after(*sequence) == input, "a page token has one way to be written");
    qint64 sequence = 0;
    std::copy_n(input.begin(), std::min(input.size(), sizeof sequence), reinterpret_cast<char *>(&sequence));
    const std::string token = accounts.after(sequence);
    mustHold(accounts.sequenceIn(token) == sequence, "a page token tells where the page ended");
    mustHold(!localapi::PageToken(mint(), "events").sequenceIn(token), "a page token is of one list");
}

void checkSecretText(std::string_view input)
{
    QByteArray bytes(input.data(), static_cast<qsizetype>(input.size()));
    const QByteArray expected(bytes.constData(), bytes.size());
    const SecretText kept = SecretText::fromUtf8(bytes);
    mustHold(kept.size() == expected.size() && kept.reveal() == QByteArrayView(expected),
             "a secret is kept byte by byte");
    mustHold(kept.clone().equals(kept), "a clone is equal");
    const SecretText taken = SecretText::takeFrom(bytes);
    mustHold(taken.equals(kept) && bytes.isEmpty(), "what a secret was taken from is empty");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view input(reinterpret_cast<const char *>(data), size);
    if (TokenMint::isWellFormed(input))
        mustHold(input.size() == tokenLength &&
                     input.substr(0, TokenMint::prefix.size()) == TokenMint::prefix,
                 "a token has one length and one beginning");
    if (size > 2) {
        checkMinted(input);
        if (TokenMint::isWellFormed(input))
            checkSlips(input, input.substr(2));
    }
    checkPageToken(input);
    checkSecretText(input);
    return 0;
}
