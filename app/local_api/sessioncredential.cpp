#include "app/local_api/sessioncredential.h"

#include <QCoreApplication>

#include <cerrno>
#include <unistd.h>

namespace localapi {

namespace {

constexpr std::size_t shortest = 32;
constexpr std::size_t longest = 256;

QString refusal()
{
    return QCoreApplication::translate(
        "localapi::SessionCredential",
        "The first line of the standard input has to be a credential of 32 to 256 "
        "printable ASCII characters, as --session-credential-stdin says.");
}

} // namespace

std::variant<SecretBytes, QString> readSessionCredential(int descriptor)
{
    SecretBytes line(longest);
    for (std::size_t length = 0; length <= longest;) {
        SecretBytes character(1);
        const ssize_t count = ::read(descriptor, character.data(), 1);
        if (count < 0 && errno == EINTR)
            continue;
        const char one = *character.data();
        if (count == 1 && one == '\n' && length >= shortest)
            return SecretBytes::copyOf(line.view().substr(0, length));
        if (count != 1 || one <= ' ' || one > '~' || length == longest)
            break;
        line.data()[length++] = one;
    }
    return refusal();
}

} // namespace localapi
