#include "app/keychain/readtask.h"

using State = KeychainView::State;

ReadTask::ReadTask(KeychainObserver &observer, const VaultEntry &entry, Deadline deadline,
                   Promise<SecretText> promise)
    : VaultTask(observer, entry)
    , m_promise(std::move(promise))
{
    startDeadline(deadline);
}

void ReadTask::start()
{
    lookUntilAnswered([this](const KeychainView &view) {
        const bool nothingToRead = view.state == State::NoCollection && !view.holdsEntry.value_or(false);
        if (view.state == State::Missing || nothingToRead)
            fail(Error(ErrorKind::KeychainMissing, view.reason));
        else
            read();
    });
}

void ReadTask::read()
{
    startReadJob(entry(), this, [this](JobAnswer answer) {
        if (answer.outcome != JobAnswer::Outcome::Succeeded) {
            failAfterLook(answer);
            return;
        }
        Q_EMIT over();
        m_promise.finish(std::move(answer.text));
    });
}
