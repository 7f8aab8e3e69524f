#include "app/admin_api/httpanswer.h"

#include "app/admin_api/headervalue.h"
#include "app/admin_api/httpdate.h"

#include <sodium.h>

HttpAnswer::HttpAnswer(int status, Headers headers, QByteArray body)
    : m_status(status)
    , m_headers(std::move(headers))
    , m_body(std::move(body))
{
}

HttpAnswer::~HttpAnswer()
{
    wipe();
}

HttpAnswer::HttpAnswer(HttpAnswer &&other) noexcept
    : m_status(other.m_status)
    , m_headers(std::move(other.m_headers))
    , m_body(std::exchange(other.m_body, {}))
{
}

HttpAnswer &HttpAnswer::operator=(HttpAnswer &&other) noexcept
{
    if (this != &other) {
        wipe();
        m_status = other.m_status;
        m_headers = std::move(other.m_headers);
        m_body = std::exchange(other.m_body, {});
    }
    return *this;
}

void HttpAnswer::wipe()
{
    if (!m_body.isEmpty() && m_body.isDetached())
        sodium_memzero(m_body.data(), static_cast<size_t>(m_body.size()));
}

QByteArray HttpAnswer::header(const char *name) const
{
    for (const auto &[key, value] : m_headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value.trimmed();
    }
    return {};
}

QDateTime HttpAnswer::date() const
{
    return readHttpDate(header("Date"));
}

QByteArray HttpAnswer::strongEtag() const
{
    const QByteArray etag = header("ETag");
    return etag.startsWith("W/") || !isHeaderValue(etag) ? QByteArray() : etag;
}

QByteArray HttpAnswer::requestId() const
{
    for (const char *name : {"X-Request-Id", "Request-Id", "X-Correlation-Id", "X-Amzn-RequestId",
                             "X-Amzn-Trace-Id", "X-Cloud-Trace-Context", "CF-Ray"}) {
        const QByteArray value = header(name);
        if (!value.isEmpty() && isHeaderValue(value))
            return value.left(128);
    }
    return {};
}

bool HttpAnswer::isHtml() const
{
    const QByteArray type = header("Content-Type").toLower();
    return type.startsWith("text/html") || type.startsWith("application/xhtml") ||
           m_body.left(256).trimmed().startsWith('<');
}
