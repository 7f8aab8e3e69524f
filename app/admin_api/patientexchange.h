#pragma once

#include "app/admin_api/exchange.h"

#include <QElapsedTimer>

/// One call: an exchange, and others after it while @c Again says so, all within the same deadline. Hands the
/// last result over once, from the event loop, then deletes itself.
class PatientExchange : public QObject
{
    Q_OBJECT
public:
    /// Given how a try ended, and how long ago the call began: the pause before another try, or nothing when
    /// that was the last one.
    using Again = std::function<std::optional<std::chrono::milliseconds>(const Result<HttpAnswer> &,
                                                                         std::chrono::milliseconds)>;

    /// As Exchange has it. Without @p again there is one try.
    PatientExchange(Exchange::Start start, const HttpLimits &limits, qint64 largest, Deadline deadline,
                    Again again, Exchange::Finish finish, QObject *parent);

    void begin();
    /// Stops at once; nothing is handed over.
    void abandon();
    /// Stops at once; @p error is handed over from inside this call.
    void fail(const Error &error);

private:
    void prepare();
    void tryAgain();
    void tryEnded(Result<HttpAnswer> result);
    void end(Result<HttpAnswer> result);
    void stop();
    std::chrono::milliseconds elapsed() const { return std::chrono::milliseconds(m_since.elapsed()); }

    Exchange::Start m_start;
    HttpLimits m_limits;
    qint64 m_largest;
    Deadline m_deadline;
    Again m_again;
    Exchange::Finish m_finish;
    QElapsedTimer m_since;
    /// The try that is under way; none during a pause.
    Exchange *m_exchange = nullptr;
    QTimer m_pause;
};
