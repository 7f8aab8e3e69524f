#include "app/admin_api/exchange.h"

#include "app/admin_api/certificatenames.h"
#include "app/admin_api/oneshotbody.h"

#include <QCoreApplication>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslError>

#include <algorithm>

namespace {

constexpr qint64 readBuffer = 256 << 10;
/// Room for a whole create answer, so that no piece of a token is left behind when the buffer grows.
constexpr qsizetype firstReserve = 16 << 10;

} // namespace

Exchange::Exchange(Start start, const HttpLimits &limits, qint64 largest, Deadline deadline, Finish finish,
                   QObject *parent)
    : QObject(parent)
    , m_start(std::move(start))
    , m_limits(limits)
    , m_largest(largest)
    , m_finish(std::move(finish))
{
    for (QTimer *timer : {&m_idle, &m_total}) {
        timer->setSingleShot(true);
        connect(timer, &QTimer::timeout, this, &Exchange::runOutOfTime);
    }
    m_idle.start(m_limits.idle);
    m_total.start(deadline);
}

Exchange::~Exchange()
{
    stop();
}

void Exchange::begin()
{
    if (!m_finish)
        return;
    const Started started = m_start();
    m_reply = started.reply;
    m_requestBody = started.body;
    m_reply->setParent(this);
    m_reply->setReadBufferSize(readBuffer);
    m_body.reserve(firstReserve);

    const auto sign = [this] { m_idle.start(); };
    connect(m_reply, &QNetworkReply::socketStartedConnecting, this, sign);
    connect(m_reply, &QNetworkReply::encrypted, this, &Exchange::checkCertificate);
    connect(m_reply, &QNetworkReply::uploadProgress, this, sign);
    connect(m_reply, &QNetworkReply::requestSent, this, [this] {
        m_sent = true;
        m_idle.start();
    });
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &Exchange::receiveHead);
    connect(m_reply, &QNetworkReply::readyRead, this, &Exchange::receiveBody);
    connect(m_reply, &QNetworkReply::finished, this, &Exchange::receiveEnd);
}

void Exchange::abandon()
{
    m_finish = {};
    stop();
    deleteLater();
}

void Exchange::fail(const Error &error)
{
    end(error);
}

/// Qt waits for this before it sends anything.
void Exchange::checkCertificate()
{
    m_idle.start();
    const QSslCertificate shown = m_reply->sslConfiguration().peerCertificate();
    if (!isNamedIn(shown, m_reply->url()))
        end(untrusted(QSslError(QSslError::HostNameMismatch, shown).errorString()));
}

void Exchange::receiveHead()
{
    m_idle.start();
    const qint64 announced = m_reply->header(QNetworkRequest::ContentLengthHeader).toLongLong();
    if (!isRefusal() && announced > m_largest)
        giveUp(ErrorKind::TooLarge);
}

void Exchange::receiveBody()
{
    m_idle.start();
    const qint64 largest = isRefusal() ? m_limits.errorBody : m_largest;
    while (m_reply && m_reply->bytesAvailable() > 0) {
        const qint64 wanted = std::min(m_reply->bytesAvailable(), largest + 1 - m_body.size());
        const qsizetype before = m_body.size();
        // All that it may become, so that it never lies in memory twice; what is not written to costs
        // nothing.
        if (before + wanted > m_body.capacity())
            m_body.reserve(largest + 1);
        m_body.resize(before + wanted);
        const qint64 got = m_reply->read(m_body.data() + before, wanted);
        m_body.resize(before + std::max<qint64>(got, 0));
        if (got <= 0)
            return;
        if (m_body.size() > largest)
            giveUp(ErrorKind::TooLarge);
    }
}

void Exchange::receiveEnd()
{
    if (m_reply->isOpen())
        receiveBody();
    if (!m_reply)
        return;
    const bool whole = m_reply->error() == QNetworkReply::NoError && status() >= 200;
    if (whole || isRefusal())
        end(takeAnswer());
    else
        end(failure());
}

void Exchange::runOutOfTime()
{
    // What came, or left, while this thread was busy with something else counts.
    if (m_reply)
        QCoreApplication::sendPostedEvents(m_reply);
    const bool isAliveAfterAll = m_idle.isActive() && m_total.isActive();
    if (m_finish && !isAliveAfterAll)
        giveUp(mayHaveLeft() ? ErrorKind::TimedOut : ErrorKind::Unreachable);
}

/// A server cannot act on a POST or a PUT whose body never comes, and this thread alone hands that out: one
/// that nobody read is surely still here. Without a body there is only what Qt says.
bool Exchange::mayHaveLeft() const
{
    return m_sent || (m_requestBody && m_requestBody->wasRead());
}

void Exchange::giveUp(ErrorKind kind)
{
    if (m_reply && isRefusal())
        end(takeAnswer());
    else
        end(Error(kind));
}

void Exchange::end(Result<HttpAnswer> result)
{
    const Finish finish = std::exchange(m_finish, {});
    stop();
    deleteLater();
    if (finish)
        finish(std::move(result));
}

void Exchange::stop()
{
    m_idle.stop();
    m_total.stop();
    if (OneShotBody *body = std::exchange(m_requestBody, nullptr))
        body->withhold();
    if (QNetworkReply *reply = std::exchange(m_reply, nullptr)) {
        reply->disconnect(this);
        reply->abort();
        reply->deleteLater();
    }
}

int Exchange::status() const
{
    return m_reply ? m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() : 0;
}

HttpAnswer Exchange::takeAnswer()
{
    return HttpAnswer(status(), m_reply->rawHeaderPairs(), std::exchange(m_body, {}));
}

Error Exchange::failure() const
{
    const ErrorKind kind = kindOfFailure();
    return kind == ErrorKind::Untrusted ? untrusted(m_reply->errorString()) : Error(kind);
}

/// The reply knows the certificate also where Qt gives it the failure of another one's connection.
Error Exchange::untrusted(const QString &reason) const
{
    Error error(ErrorKind::Untrusted, reason);
    const QSslCertificate shown = m_reply->sslConfiguration().peerCertificate();
    if (!shown.isNull())
        error.fingerprint =
            QString::fromLatin1(shown.digest(QCryptographicHash::Sha256).toHex(':').toUpper());
    return error;
}

ErrorKind Exchange::kindOfFailure() const
{
    const ErrorKind lost = mayHaveLeft() ? ErrorKind::Cut : ErrorKind::Unreachable;
    switch (m_reply->error()) {
    case QNetworkReply::NoError:
    case QNetworkReply::ProtocolFailure:
    case QNetworkReply::ProtocolUnknownError:
    case QNetworkReply::ProtocolInvalidOperationError:
        return ErrorKind::Unreadable;
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::HostNotFoundError:
        return lost;
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
    case QNetworkReply::UnknownProxyError:
        return mayHaveLeft() ? ErrorKind::Cut : ErrorKind::ProxyFailed;
    case QNetworkReply::TimeoutError:
        return mayHaveLeft() ? ErrorKind::TimedOut : ErrorKind::Unreachable;
    case QNetworkReply::SslHandshakeFailedError:
        return mayHaveLeft() ? ErrorKind::Cut : ErrorKind::Untrusted;
    case QNetworkReply::ContentReSendError:
        // The connection ended after the body had been read, and Qt wanted to send it a second time.
        return ErrorKind::Cut;
    case QNetworkReply::UnknownContentError:
        // With a status that succeeds: Qt stopped unpacking what grows too much.
        return ErrorKind::TooLarge;
    case QNetworkReply::OperationCanceledError:
        return ErrorKind::Cancelled;
    case QNetworkReply::TooManyRedirectsError:
    case QNetworkReply::InsecureRedirectError:
        return ErrorKind::Redirected;
    default:
        return lost;
    }
}
