#include "app/keychain/removetask.h"

using State = KeychainView::State;
using Outcome = JobAnswer::Outcome;

RemoveTask::RemoveTask(KeychainObserver &observer, const VaultEntry &entry, Deadline deadline,
                       Promise<Done> promise)
    : VaultTask(observer, entry)
    , m_promise(std::move(promise))
{
    startDeadline(deadline);
}

void RemoveTask::start()
{
    lookUntilAnswered([this](const KeychainView &view) {
        if (view.state == State::Missing)
            fail(Error(ErrorKind::KeychainMissing, view.reason));
        else if (view.state == State::Locked)
            unlock();
        else
            remove();
    });
}

void RemoveTask::unlock()
{
    // Deleting does not make the desktop ask for the password; reading does. What is read is dropped.
    startReadJob(entry(), this, [this](const JobAnswer &) {
        lookUntilAnswered([this](const KeychainView &view) {
            if (view.state == State::Locked)
                fail(Error(ErrorKind::KeychainLocked));
            else
                remove();
        });
    });
}

void RemoveTask::remove()
{
    startDeleteJob(entry(), this, [this](const JobAnswer &answer) {
        if (answer.outcome == Outcome::Succeeded || answer.outcome == Outcome::Absent)
            confirm();
        else
            failAfterLook(answer);
    });
}

void RemoveTask::confirm()
{
    look([this](const KeychainView &view) {
        if (view.state == State::Unseen)
            confirmByReading();
        else if (view.state != State::Open)
            fail(errorOf(view, JobAnswer{}));
        else if (view.holdsEntry.value_or(true))
            fail(Error(ErrorKind::KeychainRefused, tr("The entry is still there.")));
        else
            succeed();
    });
}

void RemoveTask::confirmByReading()
{
    startReadJob(entry(), this, [this](const JobAnswer &answer) {
        if (answer.outcome == Outcome::Absent)
            succeed();
        else if (answer.outcome == Outcome::Succeeded)
            fail(Error(ErrorKind::KeychainRefused, tr("The entry is still there.")));
        else
            failAfterLook(answer);
    });
}

void RemoveTask::succeed()
{
    Q_EMIT over();
    m_promise.finish(Done{});
}
