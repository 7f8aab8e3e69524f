#pragma once

#include "models/creation/creationlookup.h"
#include "models/creation/creationparts.h"
#include "models/creation/journalledclick.h"
#include "models/deletion/accountdeletion.h"
#include "models/keychain/keychainsave.h"
#include "models/ports/adminapi.h"

#include <QElapsedTimer>
#include <QObject>

#include <memory>

/// One click on "Generate New Token", from there to the moment when the person has the token safe. It is
/// owned by TokenCreations and not by a window: a window watches it and may go away.
///
/// Journalled → Sent → Answered → Stored → Confirmed is the way. It is in the journal, on the disk, before
/// the request is sent, and until the person has seen how it ended. When the answer was lost it is Unknown
/// and finds out: while the server is known to honour Idempotency-Key it asks again with the same key, at
/// most twice within 3 s of the failure (after a restart once, within five minutes of the click); otherwise,
/// and after that, it looks. Then one of four is true: Answered, TokenGone, NotMade or Undecided.
class TokenCreation : public QObject
{
    Q_OBJECT
public:
    enum class State {
        Journalled,
        Sent,
        Unknown,   ///< The answer was lost. Finding out, or error() says why that was not possible.
        Answered,  ///< account() was made, and token() is here.
        Stored,    ///< And in the keychain, read back. token() is empty where the run before did that.
        Confirmed, ///< The person has it, or knows that it is gone.
        NotMade,   ///< Nothing exists. error() says why.
        TokenGone, ///< account() was made by this click, and nobody can have its token any more.
        Deleting,  ///< "Delete It and Make It Again": the first half.
        Undecided, ///< There is an account() of that name that may be somebody else's.
    };
    Q_ENUM(State)

    TokenCreation(std::shared_ptr<AdminApi> api, const CreationParts &parts, JournalledClick click,
                  QObject *parent = nullptr);
    ~TokenCreation() override;

    /// Sends a new click. This or resume(), once, in state Journalled.
    void start();
    /// Finds out what became of a click that the journal remembers.
    void resume();

    State state() const { return m_state; }
    const NewServiceAccount &request() const { return m_click.entry().request; }
    /// Of this click and of no other.
    const QString &idempotencyKey() const { return m_click.entry().idempotencyKey; }
    const QString &connectionKey() const { return m_click.entry().connectionKey; }
    /// When the click was first sent, in UTC.
    const QDateTime &begunAt() const { return m_click.entry().begunAt; }
    /// Why it ended as NotMade, is still Unknown, or why it is TokenGone again: it could not be deleted, or
    /// the keychain does not tell whether it has the token.
    const Error &error() const { return m_error; }
    /// "Finding out what happened to <name>…"
    bool isFindingOut() const { return m_state == State::Unknown && m_isFindingOut; }

    /// In Answered, Stored, TokenGone and Undecided.
    const ServiceAccount &account() const { return m_account; }
    /// From Answered until Confirmed; empty otherwise.
    const SecretText &token() const { return m_token; }

    /// Call it after the token was put on the clipboard.
    void markCopied();
    /// In TokenGone: of the run before, too.
    bool wasCopied() const { return m_click.entry().copied; }
    /// In TokenGone: the run before ended while the token was on its way into the keychain, and error() says
    /// why that does not tell whether it arrived: KeychainEntryExists when there is one that may be another
    /// account's. lookAgain() asks once more.
    bool mayBeInKeychain() const { return m_mayBeInKeychain; }
    /// From Answered on; nullptr otherwise.
    KeychainSave *keychainSave() { return m_keychainSave; }
    void saveToKeychain();
    /// Copied or saved: leaving the token loses nothing.
    bool isKept() const { return m_state == State::Stored || (m_state == State::Answered && wasCopied()); }

    /// "Done", or the person has read what became of it: wipes the token and forgets the click. In Unknown
    /// the journal keeps it, so that the next start asks again, as it may what was looked for in vain. A save
    /// under way still runs to its end.
    void confirm();
    /// In Unknown, when it is not finding out, and while it mayBeInKeychain().
    void lookAgain();
    /// In TokenGone: deletes the account and sends the same request as a new click. When the account cannot
    /// be deleted, it is TokenGone again: see deletion().
    void deleteAndMakeAgain();
    /// In Deleting, and after one that failed; nullptr otherwise.
    const AccountDeletion *deletion() const { return m_deletion.get(); }
    /// In Deleting: waits no longer. The account may be deleted all the same.
    void cancelDeletion();

    /// Nothing more will happen, and nobody has to be told anything that is not in the journal.
    bool isFinished() const;

Q_SIGNALS:
    void stateChanged();
    /// isFinished() became true: the owner deletes it when the event loop comes round.
    void finished();

private:
    void sendAsNewClick();
    void send();
    void answered(Result<CreatedToken> result);
    void made(CreatedToken created);
    void refused(const Error &error);
    bool sendAgain();
    void look(const Error &reason);
    void findOut(const Error &reason);
    void lookedUp(const Result<CreationLookup::Answer> &answer);
    void lookForOwnAccount();
    void lookIntoKeychain();
    void lookedIntoKeychain(const Result<SecretText> &entry);
    void followDeletion();
    void makeAgain();
    void endAsNotMade(const Error &error);
    /// Nothing is left to find out.
    void settle(State state, const Error &error = Error());
    void setState(State state);
    void finishWhenIdle();

    std::shared_ptr<AdminApi> m_api;
    const CreationParts m_parts;
    JournalledClick m_click;
    State m_state = State::Journalled;
    Call m_call;
    int m_triesLeft = 0;
    bool m_isRepeat = false;
    bool m_isFindingOut = false;
    /// The server said that this very click made an account.
    bool m_isProven = false;
    bool m_mayBeInKeychain = false;
    /// In Unknown: the person stopped waiting, and the journal has it.
    bool m_hasLeft = false;
    QElapsedTimer m_sinceFirstFailure;
    Error m_error;
    ServiceAccount m_account;
    SecretText m_token;
    KeychainSave *m_keychainSave = nullptr;
    std::unique_ptr<AccountDeletion> m_deletion;
};
