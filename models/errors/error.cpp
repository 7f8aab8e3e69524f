#include "models/errors/error.h"

#include "models/errors/errorkindname.h"

#include <QCoreApplication>

namespace {

/// Gives the sentences their context in the translations.
struct Sentences
{
    Q_DECLARE_TR_FUNCTIONS(Error)
};

/// The server's words behind ours, when it had any.
QString withMessage(const QString &sentence, const QString &message)
{
    return message.isEmpty() ? sentence
                             : Sentences::tr("%1 The server says: “%2”").arg(sentence, message.left(300));
}

QString wait(const std::optional<std::chrono::seconds> &time)
{
    if (!time || time->count() <= 0)
        return Sentences::tr("Try again in a moment.");
    constexpr std::chrono::seconds longestInSeconds(120);
    if (*time <= longestInSeconds)
        return Sentences::tr("Try again in %n s.", nullptr, static_cast<int>(time->count()));
    const auto minutes = std::chrono::ceil<std::chrono::minutes>(*time);
    return Sentences::tr("Try again in %n min.", nullptr, static_cast<int>(minutes.count()));
}

bool isServersFault(ErrorKind kind)
{
    return kind == ErrorKind::ServerFault || kind == ErrorKind::TooManyRequests ||
           kind == ErrorKind::Unavailable;
}

QString webPageSentence(const QString &server, int status)
{
    if (status < 300)
        return Sentences::tr(
                   "A web page came instead of an answer of the Admin API of %1: a proxy or a login page "
                   "stands in between. Sign in there with a browser, or check the address, then try again.")
            .arg(server);
    return Sentences::tr(
               "A web page with status %2 came instead of an answer of the Admin API of %1, which says "
               "nothing about the token: a proxy stands in between, or the address is another one. Check "
               "the address, then try again.")
        .arg(server)
        .arg(status);
}

/// Each of these knows some of the kinds, and says nothing about the others.
QString wireSentence(const Error &error, const QString &server)
{
    switch (error.kind) {
    case ErrorKind::Unreachable:
        return Sentences::tr(
                   "%1 cannot be reached, so nothing was sent to it. Check the address and the network, "
                   "then try again.")
            .arg(server);
    case ErrorKind::Cut:
        return Sentences::
            tr("The connection to %1 was lost before its answer was complete, which says nothing about the "
               "token. Check the network, then try again.")
                .arg(server);
    case ErrorKind::TimedOut:
        return Sentences::tr("%1 did not answer in time, which says nothing about the token. Check the "
                             "network, then try again.")
            .arg(server);
    case ErrorKind::TooLarge:
        return Sentences::tr("The answer of %1 is larger than this program reads, which says nothing about "
                             "the token. Check the address.")
            .arg(server);
    case ErrorKind::Unreadable:
        return Sentences::tr(
                   "%1 answered with something that is not an Admin API, which says nothing about the token. "
                   "Check the address, or a proxy in between.")
            .arg(server);
    case ErrorKind::Cancelled:
        return Sentences::tr("This was stopped before %1 had answered. Try again if it is still wanted.")
            .arg(server);
    default:
        return {};
    }
}

/// " The reason: …." in the words of the TLS library.
QString reasonGiven(const Error &error)
{
    QString reason = error.message.simplified().left(200);
    if (reason.endsWith(u'.'))
        reason.chop(1);
    return reason.isEmpty() ? QString() : u' ' + Sentences::tr("The reason: %1.").arg(reason);
}

/// The token was not given to whoever answered, or did not.
QString trustSentence(const Error &error, const QString &server)
{
    switch (error.kind) {
    case ErrorKind::Untrusted:
        if (!error.fingerprint.isEmpty())
            return Sentences::tr("The certificate of %1 cannot be trusted, so nothing was sent to it. Its "
                                 "SHA-256 fingerprint is %2.%3 Ask who runs the server, and choose the file "
                                 "of its certificate authority for this connection if it is right.")
                .arg(server, error.fingerprint, reasonGiven(error));
        return Sentences::
            tr("The encryption of %1 cannot be trusted, so nothing was sent to it.%2 Check the address, or "
               "ask who runs the server.")
                .arg(server, reasonGiven(error));
    case ErrorKind::Redirected:
        return Sentences::
            tr("%1 points to another address (%2). The token was not sent there. If that address is right, "
               "connect to it.")
                .arg(server, error.target.isEmpty() ? Sentences::tr("not named") : error.target);
    case ErrorKind::InsecureAddress:
        return Sentences::tr(
            "A token is sent over https:// only; http:// is for addresses on this computer. Change the "
            "address.");
    case ErrorKind::ProxyFailed:
        if (error.target.isEmpty())
            return Sentences::tr("The system’s proxy did not let the request to %1 through, so nothing was "
                                 "sent to it. Check the proxy, then try again.")
                .arg(server);
        return Sentences::tr("The proxy %2 did not let the request to %1 through, so nothing was sent to it. "
                             "Check the proxy of this connection and the address, then try again.")
            .arg(server, error.target);
    default:
        return {};
    }
}

QString serverSentence(const Error &error, const QString &server)
{
    switch (error.kind) {
    case ErrorKind::BadRequest:
        return withMessage(
            Sentences::tr("%1 did not understand the request. Check the address of this connection.")
                .arg(server),
            error.message);
    case ErrorKind::Unauthorized:
        return Sentences::tr(
                   "%1 does not accept the token that this console signs in with: it is wrong, expired or "
                   "deleted. Connect with another token.")
            .arg(server);
    case ErrorKind::Forbidden:
        return Sentences::tr(
            "Service accounts can be seen and changed by an Admin only, and the token of this "
            "connection does not have that role. Connect with a token that has it.");
    case ErrorKind::NotFound:
        return Sentences::tr(
                   "%1 knows nothing under this path or name. Refresh the list; if that fails too, check the "
                   "address and the resource path of this connection.")
            .arg(server);
    case ErrorKind::TooManyRequests:
        return Sentences::tr("%1 asks to go slower. %2").arg(server, wait(error.retryAfter));
    case ErrorKind::Unavailable:
        return Sentences::tr("%1 cannot answer at the moment. %2").arg(server, wait(error.retryAfter));
    case ErrorKind::ServerFault:
    case ErrorKind::UnexpectedStatus:
        return withMessage(
            Sentences::tr("%1 failed with status %2, which says nothing about the token. Try again; if it "
                          "goes on, tell who runs the server.")
                .arg(server)
                .arg(error.httpStatus),
            error.message);
    default:
        return {};
    }
}

/// What a server says about one account.
QString accountSentence(const Error &error, const QString &server)
{
    switch (error.kind) {
    case ErrorKind::NameTaken:
        return Sentences::tr("This name is taken. Choose another name.");
    case ErrorKind::ReplayExpired:
        return Sentences::tr(
            "The account was made, but its token cannot be shown any more. Delete the account and make "
            "it again.");
    case ErrorKind::AccountGone:
        return Sentences::tr(
            "The account was made and has been deleted meanwhile: its token does not work. Make it again "
            "if it is needed.");
    case ErrorKind::LastAdmin:
        return Sentences::tr(
            "This is the last account with the role Admin. Give another account that role first.");
    case ErrorKind::Conflict:
        return error.message.isEmpty()
                   ? Sentences::tr("%1 refuses this because of another change. Refresh and try again.")
                         .arg(server)
                   : error.message;
    case ErrorKind::Stale:
        return Sentences::tr(
            "Somebody else changed this account meanwhile. Nothing was overwritten. Refresh the list and "
            "try again.");
    case ErrorKind::PreconditionRequired:
        return Sentences::tr("%1 saves a change only to a known version. Refresh and try again.").arg(server);
    case ErrorKind::Invalid:
        return withMessage(Sentences::tr("%1 refuses these values. Change them, then try again.").arg(server),
                           error.fields.isEmpty() ? error.message : error.fields.constFirst().message);
    case ErrorKind::KeyReused:
        return Sentences::tr(
                   "%1 takes this for the repetition of another request, so no account and no token was "
                   "made. Try again.")
            .arg(server);
    default:
        return {};
    }
}

QString keychainSentence(const Error &error, const QString & /*server*/)
{
    switch (error.kind) {
    case ErrorKind::KeychainMissing:
        return error.message.isEmpty()
                   ? Sentences::tr("No keychain was found on this computer.")
                   : Sentences::tr("No keychain was found on this computer. %1").arg(error.message);
    case ErrorKind::KeychainLocked:
        return Sentences::tr("The keychain is locked. Unlock it and try again.");
    case ErrorKind::KeychainSilent:
        return Sentences::tr("The keychain does not answer. Look for a window that asks to unlock it, then "
                             "try again.");
    case ErrorKind::KeychainEntryMissing:
        return Sentences::tr("The keychain has no such entry. Enter the token, then try again.");
    case ErrorKind::KeychainLockedOrRemoved:
        return Sentences::tr("The keychain is locked, or the entry was removed. Unlock it and try again.");
    case ErrorKind::KeychainEntryExists:
        return Sentences::tr(
            "The keychain has an entry of that name already, and keeps it. Choose whether to "
            "replace it, then try again.");
    case ErrorKind::KeychainMismatch:
        return Sentences::tr(
            "The keychain gave back something else than was saved. Nothing is saved; try again.");
    case ErrorKind::KeychainRefused:
        return error.message.isEmpty()
                   ? Sentences::tr("The keychain refused without saying why. Unlock it and try again.")
                   : Sentences::tr("The keychain refused: %1").arg(error.message);
    default:
        return {};
    }
}

/// Where it was found out a sentence was made that names the file or the folder.
QString ownSentence(const Error &error)
{
    if (!error.message.isEmpty())
        return error.message;
    switch (error.kind) {
    case ErrorKind::FileUnreadable:
        return Sentences::tr(
            "A file of this program cannot be read. Check who may read it, then start again.");
    case ErrorKind::FileUnwritable:
        return Sentences::tr(
            "A file of this program cannot be written. Check the free space and who may write it.");
    case ErrorKind::FolderInUse:
        return Sentences::tr("Another program uses the data folder. End it, or choose another folder.");
    case ErrorKind::WorkspaceFailed:
        return Sentences::tr("The local workspace ended without saying why. Try again.");
    default:
        return Sentences::tr("A rule of this program forbids this, and nothing was changed.");
    }
}

} // namespace

QString Error::sentence() const
{
    const QString server = host.isEmpty() ? Sentences::tr("the server") : host;
    QString sentence = sentenceAbout(server);
    if (host.isEmpty() && sentence.startsWith(server))
        sentence[0] = sentence.at(0).toUpper();
    return sentence;
}

QString Error::sentenceAbout(const QString &server) const
{
    // Who runs what stands in between says nothing about the accounts; a token that is refused is refused,
    // and where a redirect points to says more than the page that comes with most of them.
    if (isWebPage && kind != ErrorKind::Unauthorized && kind != ErrorKind::Redirected &&
        !isServersFault(kind))
        return webPageSentence(server, httpStatus);
    for (const auto part : {wireSentence, trustSentence, serverSentence, accountSentence, keychainSentence}) {
        if (const QString sentence = part(*this, server); !sentence.isEmpty())
            return sentence;
    }
    return ownSentence(*this);
}

QString Error::details() const
{
    QStringList lines;
    const auto add = [&lines](const QString &label, const QString &value) {
        if (!value.isEmpty())
            lines.append(label + QStringLiteral(": ") + value);
    };
    add(QStringLiteral("Error"), sentence());
    add(QStringLiteral("Kind"), errorKindName(kind));
    add(QStringLiteral("Host"), host);
    add(QStringLiteral("Method"), method);
    add(QStringLiteral("Path"), path);
    add(QStringLiteral("Status"), httpStatus == 0 ? QString() : QString::number(httpStatus));
    add(QStringLiteral("Request id"), requestId);
    add(QStringLiteral("Certificate SHA-256"), fingerprint);
    add(QStringLiteral("Message"), message.left(1000));
    return lines.join(u'\n');
}

bool Error::mayPassByItself() const
{
    constexpr int requestTimeout = 408;
    switch (kind) {
    case ErrorKind::Unreachable:
    case ErrorKind::ProxyFailed:
    case ErrorKind::Cut:
    case ErrorKind::TimedOut:
    case ErrorKind::Unreadable:
    case ErrorKind::TooManyRequests:
    case ErrorKind::Unavailable:
    case ErrorKind::ServerFault:
        return true;
    case ErrorKind::UnexpectedStatus:
        return httpStatus == requestTimeout;
    default:
        return false;
    }
}

bool Error::leavesOutcomeUnknown() const
{
    switch (kind) {
    case ErrorKind::Cut:
    case ErrorKind::TimedOut:
    case ErrorKind::TooLarge:
    case ErrorKind::Unreadable:
    case ErrorKind::Cancelled:
    case ErrorKind::Unavailable:
    case ErrorKind::ServerFault:
        return true;
    case ErrorKind::Redirected:
        // The answer to what was done is elsewhere (RFC 9110, 15.4.4); the others send the request elsewhere.
        return httpStatus == 303;
    default:
        return false;
    }
}
