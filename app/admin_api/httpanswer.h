#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QPair>

/// The answer to one request: status, head and body, each as it came. The body may hold a new token: it is
/// overwritten when the answer goes away, and there is no copying.
class HttpAnswer
{
public:
    using Headers = QList<QPair<QByteArray, QByteArray>>;

    HttpAnswer(int status, Headers headers, QByteArray body);
    ~HttpAnswer();
    HttpAnswer(HttpAnswer &&other) noexcept;
    HttpAnswer &operator=(HttpAnswer &&other) noexcept;
    HttpAnswer(const HttpAnswer &) = delete;
    HttpAnswer &operator=(const HttpAnswer &) = delete;

    int status() const { return m_status; }
    bool isSuccess() const { return m_status >= 200 && m_status < 300; }
    const QByteArray &body() const { return m_body; }

    /// Names are compared without regard to case; empty when there is none.
    QByteArray header(const char *name) const;

    /// The server's clock, in UTC; invalid when it did not say.
    QDateTime date() const;

    /// For "If-Match"; empty when there is none. A weak ETag (W/"…") counts as none: If-Match compares
    /// strongly (RFC 9110, 13.1.1), so it would be refused for ever.
    QByteArray strongEtag() const;

    /// What the server, or the gateway before it, calls this exchange in its own log.
    QByteArray requestId() const;

    /// HTML by its own word or by its look: the page of a proxy or of a sign-in, never the API.
    bool isHtml() const;

private:
    void wipe();

    int m_status;
    Headers m_headers;
    QByteArray m_body;
};
