#include "models/connections/serveraddress.h"

#include <QCoreApplication>

namespace {

struct ServerAddress
{
    Q_DECLARE_TR_FUNCTIONS(ServerAddress)
};

Error refused(const QString &sentence, ErrorKind kind = ErrorKind::Invalid)
{
    return Error(kind, sentence);
}

} // namespace

bool isLoopback(const QString &host)
{
    if (host == QStringLiteral("localhost") || host == QStringLiteral("::1"))
        return true;
    const QStringList parts = host.split(u'.');
    if (parts.size() != 4 || parts.constFirst() != QStringLiteral("127"))
        return false;
    return std::all_of(parts.cbegin(), parts.cend(), [](const QString &part) {
        bool isNumber = false;
        return part.toUShort(&isNumber) <= 255 && isNumber;
    });
}

QUrl normalizedAddress(const QUrl &address)
{
    QUrl result = address.adjusted(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment |
                                   QUrl::StripTrailingSlash);
    if (result.path() == QStringLiteral("/"))
        result.setPath({});
    const int implied = result.scheme() == QStringLiteral("http") ? 80 : 443;
    if (result.port() == implied)
        result.setPort(-1);
    return result;
}

bool isSameServer(const QUrl &left, const QUrl &right)
{
    const QUrl one = normalizedAddress(left);
    const QUrl other = normalizedAddress(right);
    return one.scheme() == other.scheme() && one.host() == other.host() && one.port() == other.port();
}

Result<QUrl> serverAddressFromText(const QString &text)
{
    QString address = text.trimmed();
    if (address.isEmpty())
        return refused(
            ServerAddress::tr("Enter the address of the Admin API, such as https://api.apono.io."));
    if (!address.contains(QStringLiteral("://")))
        address.prepend(QStringLiteral("https://"));
    QUrl url(address, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty())
        return refused(ServerAddress::tr("This is not an address. Enter one such as https://api.apono.io."));
    const bool isHttp = url.scheme() == QStringLiteral("http");
    if (!isHttp && url.scheme() != QStringLiteral("https"))
        return refused(ServerAddress::tr("Only https:// addresses can be used."));
    if (isHttp && !isLoopback(url.host()))
        return refused(
            ServerAddress::tr("A token is sent over https:// only. http:// is for addresses on this "
                              "computer."),
            ErrorKind::InsecureAddress);
    if (!url.userInfo().isEmpty() || url.hasQuery() || url.hasFragment())
        return refused(ServerAddress::tr("Enter the address alone, without a user name, “?” or “#”."));
    while (url.path().endsWith(u'/'))
        url.setPath(url.path().chopped(1));
    return url;
}
