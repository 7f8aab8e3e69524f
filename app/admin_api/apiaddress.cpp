#include "app/admin_api/apiaddress.h"

#include <QHostAddress>

namespace {

QString withoutSlashAtEnd(QString path)
{
    while (path.endsWith(u'/'))
        path.chop(1);
    return path;
}

/// With '+' and every other character that has a meaning in a path or a query written as %XX.
QString encoded(const QString &text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

} // namespace

ApiAddress::ApiAddress(const ApiTarget &target)
    : m_base(target.address.adjusted(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment))
    , m_resourcePath(withoutSlashAtEnd(target.resourcePath))
{
    if (!m_resourcePath.startsWith(u'/'))
        m_resourcePath.prepend(u'/');
}

std::optional<ErrorKind> ApiAddress::problem() const
{
    if (!m_base.isValid() || m_base.host().isEmpty())
        return ErrorKind::Unreachable;
    if (m_base.scheme() == QStringLiteral("https"))
        return std::nullopt;
    if (m_base.scheme() == QStringLiteral("http") && isThisComputer(m_base.host()))
        return std::nullopt;
    return ErrorKind::InsecureAddress;
}

QUrl ApiAddress::list(const QString &pageToken, int limit, const QString &name) const
{
    QUrl url = collection();
    QString query = QStringLiteral("limit=%1").arg(limit);
    if (!name.isEmpty())
        query += QStringLiteral("&name=") + encoded(name);
    if (!pageToken.isEmpty())
        query += QStringLiteral("&page_token=") + encoded(pageToken);
    url.setQuery(query);
    return url;
}

QUrl ApiAddress::collection() const
{
    return withPath(m_resourcePath);
}

std::optional<QUrl> ApiAddress::item(const QString &id) const
{
    if (id.isEmpty() || id == QStringLiteral(".") || id == QStringLiteral(".."))
        return std::nullopt;
    return withPath(m_resourcePath + u'/' + encoded(id));
}

QUrl ApiAddress::session() const
{
    return withPath(QStringLiteral("/api/client/v1/session"));
}

bool ApiAddress::isThisComputer(const QString &host)
{
    if (host.compare(QStringLiteral("localhost"), Qt::CaseInsensitive) == 0)
        return true;
    return QHostAddress(host).isLoopback();
}

QUrl ApiAddress::withPath(const QString &encodedPath) const
{
    QUrl url = m_base;
    url.setPath(withoutSlashAtEnd(m_base.path(QUrl::FullyEncoded)) + encodedPath, QUrl::TolerantMode);
    return url;
}
