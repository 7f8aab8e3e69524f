#pragma once

#include "models/errors/result.h"

#include <QMetaObject>
#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>

/// What a port is given to answer with. Runs at most once, later, on the context's thread, never from inside
/// the call that started the work. Not run when the context or the Call is destroyed first.
template <class T>
using Continuation = std::function<void(Result<T>)>;

namespace detail {
/// What a call's handle and its promise share.
struct CallState
{
    bool over = false;
    std::function<void()> abandon = {};

    /// Ends the call without an answer: the work is told to stop, the continuation will not run.
    void cancel()
    {
        if (std::exchange(over, true))
            return;
        if (const auto stop = std::exchange(abandon, {}))
            stop();
    }
};
} // namespace detail

/// The handle of one started call. Destroying or overwriting it cancels the call; so does cancel().
class [[nodiscard]] Call
{
public:
    Call() = default;
    explicit Call(std::shared_ptr<detail::CallState> state)
        : m_state(std::move(state))
    {
    }
    Call(Call &&) noexcept = default;
    Call &operator=(Call &&other) noexcept
    {
        if (this != &other) {
            cancel();
            m_state = std::move(other.m_state);
        }
        return *this;
    }
    ~Call() { cancel(); }

    void cancel()
    {
        // Moved out first: the work that is told to stop may reach back to the owner of this handle.
        if (const auto state = std::exchange(m_state, nullptr))
            state->cancel();
    }
    bool isRunning() const { return m_state && !m_state->over; }

private:
    std::shared_ptr<detail::CallState> m_state;
};

/// The adapter's side of a call: made with the context and the continuation, gives out the handle, and is
/// finished once. Copies are the same promise.
template <class T>
class Promise
{
public:
    Promise(QObject *context, Continuation<T> continuation)
        : m_shared(std::make_shared<Shared>())
    {
        m_shared->context = context;
        m_shared->continuation = std::move(continuation);
        const std::weak_ptr<Shared> weak = m_shared;
        m_shared->contextGone = QObject::connect(
            context, &QObject::destroyed, context,
            [weak] {
                if (const auto shared = weak.lock())
                    shared->state->cancel();
            },
            Qt::DirectConnection);
    }

    Call call() const { return Call(m_shared->state); }
    bool isOver() const { return m_shared->state->over; }

    /// @p stop runs once if the call is cancelled or its context destroyed before finish().
    void onAbandon(const std::function<void()> &stop) const
    {
        if (!isOver())
            m_shared->state->abandon = stop;
    }

    /// Answers now. The adapter must be back in the event loop: use finishLater() from the starting call.
    void finish(Result<T> result) const
    {
        const auto shared = m_shared;
        if (std::exchange(shared->state->over, true))
            return;
        QObject::disconnect(shared->contextGone);
        shared->state->abandon = {};
        const auto continuation = std::exchange(shared->continuation, {});
        if (shared->context && continuation)
            continuation(std::move(result));
    }

    /// Answers at the next turn of the event loop.
    void finishLater(Result<T> result) const
    {
        const auto kept = std::make_shared<Result<T>>(std::move(result));
        const auto self = *this;
        QMetaObject::invokeMethod(
            m_shared->context.data(), [self, kept] { self.finish(std::move(*kept)); }, Qt::QueuedConnection);
    }

private:
    struct Shared
    {
        std::shared_ptr<detail::CallState> state = std::make_shared<detail::CallState>();
        QPointer<QObject> context;
        Continuation<T> continuation;
        QMetaObject::Connection contextGone;
    };

    std::shared_ptr<Shared> m_shared;
};
