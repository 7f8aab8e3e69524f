#pragma once

#include <QNetworkCookie>
#include <QNetworkCookieJar>

/// Takes no cookie and gives none: a bearer token is all that signs in.
class NoCookies : public QNetworkCookieJar
{
    Q_OBJECT
public:
    using QNetworkCookieJar::QNetworkCookieJar;

    QList<QNetworkCookie> cookiesForUrl(const QUrl &) const override { return {}; }
    bool setCookiesFromUrl(const QList<QNetworkCookie> &, const QUrl &) override { return false; }
};
