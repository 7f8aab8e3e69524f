#include "app/admin_api/bearercredential.h"

#include "app/admin_api/headervalue.h"

BearerCredential::BearerCredential(SecretText text)
    : m_text(std::move(text))
{
}

bool BearerCredential::isSendable() const
{
    const QByteArrayView text = m_text.reveal();
    return !text.isEmpty() && isHeaderValue(text) && !text.contains(' ');
}

QNetworkRequest BearerCredential::request(const QUrl &url) const
{
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    // From this size on an answer that unpacks to more than 40 times of what came is given up.
    request.setDecompressedSafetyCheckThreshold(qint64{1} << 20);

    request.setRawHeader("Accept", "application/json, application/problem+json");
    request.setRawHeader("User-Agent", "apono-console");
    request.setRawHeader("Authorization", QByteArray("Bearer ").append(m_text.reveal()));
    return request;
}

Error BearerCredential::removedFrom(Error error) const
{
    if (!isSendable())
        return error;
    const auto clean = [this](QString &text) {
        QByteArray bytes = text.toUtf8();
        if (bytes.contains(m_text.reveal()))
            text = QString::fromUtf8(bytes.replace(m_text.reveal(), QByteArrayView("\xE2\x80\xA6")));
    };
    clean(error.message);
    clean(error.requestId);
    clean(error.target);
    for (FieldError &field : error.fields) {
        clean(field.field);
        clean(field.code);
        clean(field.message);
    }
    return error;
}
