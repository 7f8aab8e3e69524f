#include "models/editing/accountreadback.h"

AccountReadBack::AccountReadBack(std::shared_ptr<AdminApi> api, QObject *parent)
    : QObject(parent)
    , m_api(std::move(api))
{
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &AccountReadBack::look);
}

void AccountReadBack::start(const QString &id, Condition isSettled, Continuation<ServiceAccount> then)
{
    cancel();
    m_id = id;
    m_isSettled = std::move(isSettled);
    m_then = std::move(then);
    m_looks = 0;
    look();
}

void AccountReadBack::cancel()
{
    m_call.cancel();
    m_pause.stop();
}

const Error &AccountReadBack::worthTelling(const Error &reading, const Error &change)
{
    const bool saysMore =
        reading.kind == ErrorKind::NotFound || reading.asksToWait() || reading.concernsToken();
    return saysMore ? reading : change;
}

void AccountReadBack::look()
{
    m_call = m_api->serviceAccount(m_id, standardDeadline, this,
                                   [this](Result<ServiceAccount> result) { seen(std::move(result)); });
}

void AccountReadBack::seen(Result<ServiceAccount> result)
{
    const size_t number = m_looks++;
    if (result && !m_isSettled(result.value()) && number < pausesBetweenLooks.size())
        m_pause.start(pausesBetweenLooks.at(number));
    else
        std::exchange(m_then, {})(std::move(result));
}
