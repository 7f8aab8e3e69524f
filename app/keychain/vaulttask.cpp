#include "app/keychain/vaulttask.h"

#include <QTimer>

using State = KeychainView::State;
using Outcome = JobAnswer::Outcome;

VaultTask::VaultTask(KeychainObserver &observer, const VaultEntry &entry)
    : m_observer(observer)
    , m_entry(entry)
{
}

void VaultTask::startDeadline(Deadline deadline)
{
    QTimer::singleShot(deadline, this, [this] {
        // An unlock prompt that nobody has answered yet looks like silence.
        answerWith(
            Error(m_lastState == State::Locked ? ErrorKind::KeychainLocked : ErrorKind::KeychainSilent));
    });
}

void VaultTask::look(std::function<void(const KeychainView &)> then)
{
    m_observer.look(m_entry, this, [this, then = std::move(then)](const KeychainView &view) {
        m_lastState = view.state;
        then(view);
    });
}

void VaultTask::lookUntilAnswered(std::function<void(const KeychainView &)> then)
{
    look([this, then = std::move(then)](const KeychainView &view) {
        if (isForgotten())
            Q_EMIT over();
        else if (view.state == State::Silent)
            lookUntilAnswered(then);
        else
            then(view);
    });
}

void VaultTask::failAfterLook(const JobAnswer &answer)
{
    look([this, outcome = answer.outcome, message = answer.message](const KeychainView &view) {
        fail(errorOf(view, JobAnswer{outcome, message, {}}));
    });
}

void VaultTask::fail(const Error &error)
{
    Q_EMIT over();
    answerWith(error);
}

Error VaultTask::errorOf(const KeychainView &view, const JobAnswer &answer)
{
    switch (view.state) {
    case State::Missing:
    case State::NoCollection:
        return Error(ErrorKind::KeychainMissing, view.reason);
    case State::Silent:
        return Error(ErrorKind::KeychainSilent);
    case State::Locked:
        return Error(ErrorKind::KeychainLocked);
    case State::Open:
    case State::Unseen:
        break;
    }
    switch (answer.outcome) {
    case Outcome::Absent:
        return view.holdsEntry.value_or(false) ? Error(ErrorKind::KeychainRefused, answer.message)
                                               : Error(ErrorKind::KeychainEntryMissing);
    case Outcome::NoKeychain:
        return Error(ErrorKind::KeychainMissing);
    case Outcome::Succeeded:
    case Outcome::Denied:
    case Outcome::Failed:
        break;
    }
    return Error(ErrorKind::KeychainRefused, answer.message);
}
