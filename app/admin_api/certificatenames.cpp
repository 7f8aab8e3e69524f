#include "app/admin_api/certificatenames.h"

#include <QHostAddress>
#include <QSslCertificate>
#include <QUrl>

#include <algorithm>

namespace {

/// An asterisk stands for one whole label, the first of at least three.
bool covers(const QString &name, const QString &host)
{
    if (name.compare(host, Qt::CaseInsensitive) == 0)
        return true;
    const qsizetype dot = host.indexOf(u'.');
    return dot > 0 && host.indexOf(u'.', dot + 1) > 0 && name.startsWith(QStringLiteral("*.")) &&
           QStringView(name).mid(1).compare(QStringView(host).mid(dot), Qt::CaseInsensitive) == 0;
}

} // namespace

bool isNamedIn(const QSslCertificate &certificate, const QUrl &server)
{
    const QString host = server.host(QUrl::EncodeUnicode);
    const auto names = certificate.subjectAlternativeNames();
    const QHostAddress address(host);
    if (address.isNull()) {
        const QStringList hosts = names.values(QSsl::DnsEntry);
        return std::any_of(hosts.cbegin(), hosts.cend(),
                           [&host](const QString &name) { return covers(name, host); });
    }
    const QStringList addresses = names.values(QSsl::IpAddressEntry);
    return std::any_of(addresses.cbegin(), addresses.cend(),
                       [&address](const QString &name) { return QHostAddress(name) == address; });
}
