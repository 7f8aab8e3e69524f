#pragma once

#include "models/accounts/newserviceaccount.h"
#include "models/errors/result.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <QUrl>

/// One click on "Generate New Token" whose end the person has not seen yet: everything but the token.
struct JournalEntry
{
    enum class Stage {
        Sent,     ///< It may have been sent, and the answer is not known.
        Answered, ///< The account of accountId was made for this click.
        Stored,   ///< Its token was read back from the keychain.
        NotMade,  ///< Looked for and not found; an answer that is very late could still make it.
    };

    /// Of this click and of no other: also the name of the entry.
    QString idempotencyKey;
    QString connectionKey;
    NewServiceAccount request;
    /// When the click was first sent, by this computer's clock, in UTC.
    QDateTime begunAt;
    /// Whether the server was known to honour Idempotency-Key then.
    bool serverHonoursKeys = false;
    Stage stage = Stage::Sent;
    /// From Answered on.
    QString accountId = {};
    /// The token was put on the clipboard: it may be where it belongs, though this program ended before
    /// "Done".
    bool copied = false;
    /// The keychain was asked to take the token: it may have it, though this program ended before it said so.
    bool savingBegun = false;
    /// The address that it was sent to: a connection may be given another one, and its key stays. Empty for
    /// the local workspace, which is elsewhere at each start.
    QUrl server = {};

    friend bool operator==(const JournalEntry &, const JournalEntry &) = default;
};

/// The creations that are under way, so that one that was cut short is known at the next start. Holds no
/// secret.
class Journal
{
public:
    virtual ~Journal() = default;

    /// In the order in which they were begun.
    virtual QList<JournalEntry> entries() const = 0;

    /// On the disk, not only in its cache, when it returns success. Replaces the entry of the same key.
    virtual Result<Done> keep(const JournalEntry &entry) = 0;
    /// Success also when there is no such entry.
    virtual Result<Done> drop(const QString &idempotencyKey) = 0;
};
