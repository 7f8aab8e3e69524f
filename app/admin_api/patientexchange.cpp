#include "app/admin_api/patientexchange.h"

PatientExchange::PatientExchange(Exchange::Start start, const HttpLimits &limits, qint64 largest,
                                 Deadline deadline, Again again, Exchange::Finish finish, QObject *parent)
    : QObject(parent)
    , m_start(std::move(start))
    , m_limits(limits)
    , m_largest(largest)
    , m_deadline(deadline)
    , m_again(std::move(again))
    , m_finish(std::move(finish))
{
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &PatientExchange::tryAgain);
    m_since.start();
    prepare();
}

void PatientExchange::prepare()
{
    m_exchange = new Exchange(
        m_start, m_limits, m_largest, m_deadline - elapsed(),
        [this](Result<HttpAnswer> result) { tryEnded(std::move(result)); }, this);
}

void PatientExchange::begin()
{
    if (m_exchange)
        m_exchange->begin();
}

void PatientExchange::abandon()
{
    m_finish = {};
    stop();
    deleteLater();
}

void PatientExchange::fail(const Error &error)
{
    end(error);
}

void PatientExchange::tryAgain()
{
    prepare();
    begin();
}

void PatientExchange::tryEnded(Result<HttpAnswer> result)
{
    m_exchange = nullptr;
    if (const auto pause = m_again ? m_again(result, elapsed()) : std::nullopt)
        m_pause.start(*pause);
    else
        end(std::move(result));
}

void PatientExchange::end(Result<HttpAnswer> result)
{
    const Exchange::Finish finish = std::exchange(m_finish, {});
    stop();
    deleteLater();
    if (finish)
        finish(std::move(result));
}

void PatientExchange::stop()
{
    m_pause.stop();
    if (Exchange *exchange = std::exchange(m_exchange, nullptr))
        exchange->abandon();
}
