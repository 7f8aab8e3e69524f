#pragma once

#include "app/keychain/keychainjob.h"
#include "app/keychain/keychainobserver.h"
#include "models/errors/error.h"
#include "models/ports/deadline.h"

/// One write, read or removal, from its start to the moment when the keychain is free for the next one. Its
/// caller may have had an answer before (a deadline), or want none any more (cancelled).
class VaultTask : public QObject
{
    Q_OBJECT
public:
    VaultTask(KeychainObserver &observer, const VaultEntry &entry);

    /// Nobody waits for the answer.
    virtual bool isForgotten() const = 0;
    /// Called once, from the event loop.
    virtual void start() = 0;

Q_SIGNALS:
    /// The keychain is free. Sent before the caller is answered; the task may be deleted later.
    void over();

protected:
    /// Answers with an error after @p deadline, while the task itself goes on to its end.
    void startDeadline(Deadline deadline);
    virtual void answerWith(const Error &error) = 0;

    /// Looks again until the keychain is not silent. Ends the task instead when it is forgotten meanwhile.
    void lookUntilAnswered(std::function<void(const KeychainView &)> then);
    void look(std::function<void(const KeychainView &)> then);

    /// Ends the task with the error that the job's words and a look together mean.
    void failAfterLook(const JobAnswer &answer);
    void fail(const Error &error);

    const VaultEntry &entry() const { return m_entry; }

    static Error errorOf(const KeychainView &view, const JobAnswer &answer);

private:
    KeychainObserver &m_observer;
    VaultEntry m_entry;
    KeychainView::State m_lastState = KeychainView::State::Unseen;
};
