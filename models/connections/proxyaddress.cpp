#include "models/connections/proxyaddress.h"

#include <QCoreApplication>

namespace {

struct Proxy
{
    Q_DECLARE_TR_FUNCTIONS(ProxyAddress)
};

Error refused(const QString &sentence)
{
    return Error(ErrorKind::NotAllowed, sentence);
}

} // namespace

QString noProxy()
{
    return QStringLiteral("none");
}

Result<QString> proxyFromText(const QString &text)
{
    QString typed = text.trimmed();
    if (typed.isEmpty())
        return QString();
    if (typed.compare(noProxy(), Qt::CaseInsensitive) == 0)
        return noProxy();
    if (!typed.contains(QStringLiteral("://")))
        typed.prepend(QStringLiteral("http://"));
    const QUrl url(typed, QUrl::StrictMode);
    // Looked for in the text as well: what is no address at all may hold a password nevertheless.
    if (typed.contains(u'@'))
        return refused(Proxy::tr("Enter the proxy without a user name and password: there is no safe place "
                                 "to keep them."));
    if (url.isValid() && url.scheme() != QStringLiteral("http") && url.scheme() != QStringLiteral("socks5"))
        return refused(Proxy::tr("Only http:// and socks5:// proxies can be used."));
    if (!url.isValid() || url.host().isEmpty() || url.port() < 1)
        return refused(Proxy::tr("This is not a proxy. Enter host and port, such as "
                                 "http://proxy.example:3128, or “none”."));
    if (url.path().size() > 1 || url.hasQuery() || url.hasFragment())
        return refused(Proxy::tr("Enter the proxy alone, without a path, “?” or “#”."));
    return url.adjusted(QUrl::RemovePath).toString();
}

std::optional<QUrl> proxyUrl(const QString &proxy)
{
    if (proxy.isEmpty() || proxy == noProxy())
        return std::nullopt;
    return QUrl(proxy, QUrl::StrictMode);
}
