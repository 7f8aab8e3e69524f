#pragma once

#include "models/ports/adminapi.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>

/// Reads an account to see what became of a change whose answer was lost: again after each pause of
/// pausesBetweenLooks, until it is as the change leaves it or somebody else's doing.
class AccountReadBack : public QObject
{
    Q_OBJECT
public:
    using Condition = std::function<bool(const ServiceAccount &)>;

    explicit AccountReadBack(std::shared_ptr<AdminApi> api, QObject *parent = nullptr);

    /// @p then gets the account that @p isSettled says yes to, else the one that was seen last, or why it
    /// cannot be read. Forgets an earlier start().
    void start(const QString &id, Condition isSettled, Continuation<ServiceAccount> then);
    /// Nothing more will be said.
    void cancel();

    /// Which of two failures to tell: why the account cannot be read, where that is more than that it cannot,
    /// else why the change's answer was lost.
    static const Error &worthTelling(const Error &reading, const Error &change);

private:
    void look();
    void seen(Result<ServiceAccount> result);

    const std::shared_ptr<AdminApi> m_api;
    QString m_id;
    Condition m_isSettled;
    Continuation<ServiceAccount> m_then;
    size_t m_looks = 0;
    QTimer m_pause;
    Call m_call;
};
