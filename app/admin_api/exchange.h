#pragma once

#include "app/admin_api/httpanswer.h"
#include "app/admin_api/httplimits.h"
#include "models/errors/result.h"
#include "models/ports/deadline.h"

#include <QNetworkReply>
#include <QObject>
#include <QTimer>

#include <functional>

class OneShotBody;

/// One request that is under way: reads the answer within the limits and hands it over once, from the event
/// loop, then deletes itself. An answer that refuses or redirects (status 300 and more) counts as soon as its
/// head is there, however its body ends; of any other, the whole body must have come.
class Exchange : public QObject
{
    Q_OBJECT
public:
    struct Started
    {
        QNetworkReply *reply = nullptr;
        /// Of what has one; a child of the reply.
        OneShotBody *body = nullptr;
    };
    using Start = std::function<Started()>;
    using Finish = std::function<void(Result<HttpAnswer>)>;

    /// The time counts from now on; nothing is sent before begin(), which owns what @p start gives.
    /// @p largest is in bytes, for an answer that succeeds.
    Exchange(Start start, const HttpLimits &limits, qint64 largest, Deadline deadline, Finish finish,
             QObject *parent);
    ~Exchange() override;

    void begin();
    /// Stops at once; nothing is handed over.
    void abandon();
    /// Stops at once; @p error is handed over from inside this call.
    void fail(const Error &error);

private:
    void checkCertificate();
    void receiveHead();
    void receiveBody();
    void receiveEnd();
    void runOutOfTime();
    void giveUp(ErrorKind kind);
    void end(Result<HttpAnswer> result);
    void stop();

    int status() const;
    bool isRefusal() const { return status() >= 300; }
    bool mayHaveLeft() const;
    HttpAnswer takeAnswer();
    Error failure() const;
    Error untrusted(const QString &reason) const;
    ErrorKind kindOfFailure() const;

    Start m_start;
    QNetworkReply *m_reply = nullptr;
    OneShotBody *m_requestBody = nullptr;
    HttpLimits m_limits;
    qint64 m_largest;
    Finish m_finish;
    QByteArray m_body;
    QTimer m_idle;
    QTimer m_total;
    /// Qt says that a connection, encrypted where that is wanted, was made and the head written to it.
    bool m_sent = false;
};
