#include "app/buscheck.h"

#ifdef Q_OS_LINUX
#include <QByteArray>

#include <algorithm>
#include <cerrno>
#include <cstddef>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>
#endif

namespace {

#ifdef Q_OS_LINUX

constexpr int patienceMs = 2000;
/// An address of the specification that nobody has a transport for.
constexpr char nowhere[] = "disabled:";
/// Names no mechanism: the answer is a list of them. The zero byte goes first on every connection.
constexpr char greeting[] = "\0AUTH\r\n";

/// The value of @p key in "unix:key=value,guid=…"; empty when it has none.
QByteArray valueOf(const QByteArray &key, const QByteArray &address)
{
    const QByteArray transport = "unix:";
    // The first of several is the one that is tried first.
    const QByteArray first = address.split(';').constFirst();
    if (!first.startsWith(transport))
        return {};
    for (const QByteArray &pair : first.mid(transport.size()).split(',')) {
        if (pair.startsWith(key + '='))
            return QByteArray::fromPercentEncoding(pair.mid(key.size() + 1));
    }
    return {};
}

/// The name of its socket as the system has it; abstract ones begin with a zero byte. Empty for other ways.
QByteArray socketOf(const QByteArray &address)
{
    const QByteArray abstract = valueOf("abstract", address);
    return abstract.isEmpty() ? valueOf("path", address) : '\0' + abstract;
}

bool saysNothing(int connection)
{
    if (::send(connection, greeting, sizeof greeting - 1, MSG_NOSIGNAL) < 0)
        return false;
    pollfd answer{connection, POLLIN, 0};
    return ::poll(&answer, 1, patienceMs) == 0;
}

bool isSilent(const QByteArray &socketName)
{
    sockaddr_un place{};
    place.sun_family = AF_UNIX;
    if (socketName.isEmpty() || static_cast<std::size_t>(socketName.size()) >= sizeof place.sun_path)
        return false;
    std::copy(socketName.begin(), socketName.end(), place.sun_path);
    const int connection = ::socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (connection < 0)
        return false;
    const auto length =
        static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + static_cast<size_t>(socketName.size()));
    const bool isConnected = ::connect(connection, reinterpret_cast<sockaddr *>(&place), length) == 0;
    // Where so many wait already that no more can, nobody takes them.
    const bool silent = isConnected ? saysNothing(connection) : errno == EAGAIN;
    ::close(connection);
    return silent;
}

QByteArray addressIn(const char *variable, const QByteArray &otherwise)
{
    const QByteArray address = qgetenv(variable);
    return address.isEmpty() ? otherwise : address;
}

#endif

} // namespace

QStringList BusCheck::leaveOutSilentBuses()
{
    QStringList leftOut;
#ifdef Q_OS_LINUX
    const auto check = [&leftOut](const char *variable, const QByteArray &otherwise) {
        if (!isSilent(socketOf(addressIn(variable, otherwise))))
            return;
        qputenv(variable, nowhere);
        leftOut.append(QString::fromLatin1(variable));
    };
    check("DBUS_SESSION_BUS_ADDRESS", "unix:path=" + qgetenv("XDG_RUNTIME_DIR") + "/bus");
    check("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/run/dbus/system_bus_socket");
#endif
    return leftOut;
}
