#pragma once

#include <QDateTime>
#include <QList>
#include <QString>

#include <chrono>
#include <optional>

/// What went wrong, for a program to switch on. The sentence for a person is Error::sentence().
enum class ErrorKind {
    // The wire. Which of these leave the outcome of a write unknown: Error::leavesOutcomeUnknown().
    Unreachable, ///< No connection was made: the server never saw the request.
    Cut,         ///< The connection ended before a whole answer was there.
    TimedOut,    ///< No whole answer within the deadline, or silence for too long.
    Untrusted,   ///< TLS failed before any byte of the request was sent.
    Redirected,  ///< The server points elsewhere; a bearer token is never sent along.
    TooLarge,    ///< The answer is larger than this program reads.
    Unreadable,  ///< The answer is not what the contract says (HTML from a proxy, broken JSON).
    Cancelled,
    InsecureAddress, ///< http:// to something else than this computer.
    ProxyFailed,     ///< The proxy did not let the request through; Error::target is the proxy, if known.

    // Answers of the server
    BadRequest,           ///< 400
    Unauthorized,         ///< 401
    Forbidden,            ///< 403
    NotFound,             ///< 404
    NameTaken,            ///< 409 name_taken
    ReplayExpired,        ///< 409 replay_expired: it was made, its token cannot be computed any more
    AccountGone,          ///< 409 account_gone
    LastAdmin,            ///< 409 last_admin
    Conflict,             ///< 409 with another code or none
    Stale,                ///< 412
    PreconditionRequired, ///< 428
    Invalid,              ///< 422; Error::fields says what
    KeyReused,            ///< 422 key_reused
    TooManyRequests,      ///< 429
    Unavailable,          ///< 503
    ServerFault,          ///< any other 5xx
    UnexpectedStatus,     ///< any other status

    // The keychain
    KeychainMissing, ///< No keychain on this computer, or no session bus.
    KeychainLocked,
    KeychainSilent,          ///< It does not answer within the time given.
    KeychainEntryMissing,    ///< Unlocked, and there is no such entry.
    KeychainLockedOrRemoved, ///< Not found although the index says it was saved: never say "gone".
    KeychainEntryExists,     ///< Nothing was written, because that would have replaced it.
    KeychainMismatch,        ///< What was read back is not what was written.
    KeychainRefused,         ///< It said no, for a reason given in Error::message.

    // This computer
    FileUnreadable,
    FileUnwritable,
    FolderInUse,     ///< Another process has this data folder.
    WorkspaceFailed, ///< The local workspace did not start or keeps ending; Error::message says why.
    NotAllowed,      ///< A rule of this program forbids it; Error::message says which.
};

/// One field that a server refused: `errors[]` of a 422.
struct FieldError
{
    QString field;
    QString code;
    QString message;

    friend bool operator==(const FieldError &, const FieldError &) = default;
};

/// A failure as a value. Holds no secret: it may be shown, copied and logged whole.
struct Error
{
    ErrorKind kind = ErrorKind::UnexpectedStatus;
    /// What the other side said, as plain text: untranslated, untrusted, perhaps empty.
    QString message = {};
    QList<FieldError> fields = {};

    /// Of the HTTP exchange, where there was one; 0 and empty otherwise.
    int httpStatus = 0;
    QString method = {};
    /// Path without query.
    QString path = {};
    QString host = {};
    QString requestId = {};
    /// The answer was a page for people: a proxy or a login page answered in the API's place.
    bool isWebPage = false;
    /// Where a redirect pointed to.
    QString target = {};
    /// Of Untrusted: the SHA-256 fingerprint of the server's certificate, "AB:CD:…"; empty when none was
    /// shown.
    QString fingerprint = {};
    /// From Retry-After, seconds or date, counted from the answer's arrival.
    std::optional<std::chrono::seconds> retryAfter = {};

    Error() = default;
    explicit Error(ErrorKind errorKind, QString errorMessage = {})
        : kind(errorKind)
        , message(std::move(errorMessage))
    {
    }

    /// Translated: what happened and what to do next. The one place where these sentences are made.
    QString sentence() const;

    /// For "Copy Details": a line per fact (kind, method, path, status, request id). Never a secret.
    QString details() const;

    /// Whether the server lives and wants fewer requests, or later ones: 429 and 503.
    bool asksToWait() const { return kind == ErrorKind::TooManyRequests || kind == ErrorKind::Unavailable; }

    /// Whether another token is what helps: 401 and 403.
    bool concernsToken() const { return kind == ErrorKind::Unauthorized || kind == ErrorKind::Forbidden; }

    /// Whether the same request may succeed a little later without anybody doing anything.
    bool mayPassByItself() const;

    /// Whether a write that failed so may nevertheless have been done.
    bool leavesOutcomeUnknown() const;

private:
    QString sentenceAbout(const QString &server) const;
};
