#include "app/keychain/writetask.h"

using State = KeychainView::State;
using Outcome = JobAnswer::Outcome;
using Existing = TokenVault::Existing;

WriteTask::WriteTask(KeychainObserver &observer, const VaultEntry &entry, SecretText text, Existing existing,
                     Promise<Done> promise)
    : VaultTask(observer, entry)
    , m_text(std::move(text))
    , m_existing(existing)
    , m_promise(std::move(promise))
{
}

void WriteTask::start()
{
    lookUntilAnswered([this](const KeychainView &view) {
        // A locked keychain or one without a collection asks the person in a window of its own.
        if (view.state == State::Missing)
            fail(Error(ErrorKind::KeychainMissing, view.reason));
        else if (m_existing == Existing::Replace || view.holdsEntry == std::optional(false))
            write();
        else if (!view.holdsEntry)
            writeIfAbsent();
        else
            fail(Error(ErrorKind::KeychainEntryExists));
    });
}

void WriteTask::writeIfAbsent()
{
    // This keychain tells only by giving the entry out. What is read is dropped.
    startReadJob(entry(), this, [this](const JobAnswer &answer) {
        if (isForgotten())
            Q_EMIT over();
        else if (answer.outcome == Outcome::Absent)
            write();
        else if (answer.outcome == Outcome::Succeeded)
            fail(Error(ErrorKind::KeychainEntryExists));
        else
            failUnlessSilent(answer);
    });
}

void WriteTask::write()
{
    m_existing = Existing::Replace;
    startWriteJob(entry(), m_text, this, [this](const JobAnswer &answer) { written(answer); });
}

void WriteTask::written(const JobAnswer &answer)
{
    if (isForgotten()) {
        Q_EMIT over();
    } else if (answer.outcome == Outcome::Succeeded) {
        readBack();
    } else {
        failUnlessSilent(answer);
    }
}

void WriteTask::failUnlessSilent(const JobAnswer &answer)
{
    look([this, outcome = answer.outcome, message = answer.message](const KeychainView &view) {
        // It fell silent meanwhile. Writing the same again does no harm, and a late success counts.
        if (view.state == State::Silent)
            start();
        else
            fail(errorOf(view, JobAnswer{outcome, message, {}}));
    });
}

void WriteTask::readBack()
{
    startReadJob(entry(), this, [this](const JobAnswer &answer) { compare(answer); });
}

void WriteTask::compare(const JobAnswer &answer)
{
    if (answer.outcome == Outcome::Succeeded) {
        if (!answer.text.equals(m_text)) {
            fail(Error(ErrorKind::KeychainMismatch));
            return;
        }
        Q_EMIT over();
        m_promise.finish(Done{});
        return;
    }
    look([this, outcome = answer.outcome, message = answer.message](const KeychainView &view) {
        if (isForgotten()) {
            Q_EMIT over();
        } else if (view.state == State::Silent) {
            lookUntilAnswered([this](const KeychainView &) { readBack(); });
        } else {
            const Error error = errorOf(view, JobAnswer{outcome, message, {}});
            // Written and yet not there: it was lost.
            fail(error.kind == ErrorKind::KeychainEntryMissing ? Error(ErrorKind::KeychainMismatch) : error);
        }
    });
}
