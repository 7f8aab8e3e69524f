#pragma once

#include "models/ports/call.h"

#include <QTest>

#include <optional>

/// Waits for one answer of a port.
template <class T>
class VaultAnswer : public QObject
{
public:
    Continuation<T> then()
    {
        return [this](Result<T> answer) { result.emplace(std::move(answer)); };
    }

    /// Whether the answer came before long, on a busy computer too.
    bool wait() const
    {
        return QTest::qWaitFor([this] { return result.has_value(); }, 30000);
    }
    bool succeeded() const { return result && result->ok(); }
    /// UnexpectedStatus while there is no error.
    ErrorKind errorKind() const
    {
        return result && !result->ok() ? result->error().kind : ErrorKind::UnexpectedStatus;
    }

    QString failure() const { return result && !result->ok() ? result->error().details() : QString(); }

    Call call;
    std::optional<Result<T>> result;
};
