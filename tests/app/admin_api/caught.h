#pragma once

#include "models/ports/call.h"

#include <QTest>

#include <optional>

/// Takes the answer of one call, and counts how often it came.
template <class T>
class Caught
{
public:
    Continuation<T> then()
    {
        return [this](Result<T> result) {
            ++m_times;
            m_result.emplace(std::move(result));
        };
    }

    /// Whether the answer came before long, on a busy machine too.
    bool wait() const
    {
        return QTest::qWaitFor([this] { return came(); }, 30000);
    }

    int times() const { return m_times; }
    bool came() const { return m_times > 0; }
    bool ok() const { return m_result && m_result->ok(); }
    const T &value() const { return m_result->value(); }
    /// A default one with the kind UnexpectedStatus when there is no error.
    Error error() const { return m_result && !m_result->ok() ? m_result->error() : Error(); }
    ErrorKind kind() const { return error().kind; }

private:
    std::optional<Result<T>> m_result;
    int m_times = 0;
};
