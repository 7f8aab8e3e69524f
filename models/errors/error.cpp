#include "models/errors/error.h"

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
    return Sentences::tr("Try again in %n s.", nullptr, static_cast<int>(time->count()));
}

} // namespace

QString Error::sentence() const
{
    const QString server = host.isEmpty() ? Sentences::tr("The server") : host;
    switch (kind) {
    case ErrorKind::Unreachable:
        return Sentences::tr("%1 cannot be reached. Check the address and the network, then try again.")
            .arg(server);
    case ErrorKind::Cut:
        return Sentences::
            tr("The connection to %1 was lost before its answer was complete. Check the network, then try "
               "again.")
                .arg(server);
    case ErrorKind::TimedOut:
        return Sentences::tr("%1 did not answer in time. Check the network, then try again.").arg(server);
    case ErrorKind::Untrusted:
        if (!fingerprint.isEmpty())
            return Sentences::tr("The certificate of %1 cannot be trusted, so nothing was sent to it. Its "
                                 "SHA-256 fingerprint is %2. Ask who runs the server, and choose the file of "
                                 "its certificate authority for this connection if it is right.")
                .arg(server, fingerprint);
        return Sentences::
            tr("The certificate of %1 cannot be trusted, so nothing was sent to it. Check the address, or "
               "ask who runs the server.")
                .arg(server);
    case ErrorKind::Redirected:
        return Sentences::
            tr("%1 points to another address (%2). The token was not sent there. If that address is right, "
               "connect to it.")
                .arg(server, target.isEmpty() ? Sentences::tr("not named") : target);
    case ErrorKind::TooLarge:
        return Sentences::tr("The answer of %1 is larger than this program reads. Check the address.")
            .arg(server);
    case ErrorKind::Unreadable:
        return Sentences::tr(
                   "%1 answered with something that is not an Admin API. Check the address, or a proxy in "
                   "between.")
            .arg(server);
    case ErrorKind::Cancelled:
        return Sentences::tr("Cancelled.");
    case ErrorKind::InsecureAddress:
        return Sentences::tr(
            "A token is sent over https:// only; http:// is for addresses on this computer. Change the "
            "address.");
    case ErrorKind::ProxyFailed:
        if (target.isEmpty())
            return Sentences::tr("The system’s proxy did not let the request to %1 through, so nothing was "
                                 "sent to it. Check the proxy, then try again.")
                .arg(server);
        return Sentences::tr("The proxy %2 did not let the request to %1 through, so nothing was sent to it. "
                             "Check the proxy of this connection, then try again.")
            .arg(server, target);
    case ErrorKind::BadRequest:
        return withMessage(Sentences::tr("%1 did not understand the request.").arg(server), message);
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
                   "address.")
            .arg(server);
    case ErrorKind::NameTaken:
        return Sentences::tr("This name is taken. Choose another name.");
    case ErrorKind::ReplayExpired:
        return Sentences::tr(
            "The account was made, but its token cannot be shown any more. Delete the account and make "
            "it again.");
    case ErrorKind::AccountGone:
        return Sentences::tr(
            "The account was made and has been deleted meanwhile. Make it again if it is needed.");
    case ErrorKind::LastAdmin:
        return Sentences::tr(
            "This is the last account with the role Admin. Give another account that role first.");
    case ErrorKind::Conflict:
        return message.isEmpty()
                   ? Sentences::tr("%1 refuses this because of another change. Refresh and try again.")
                         .arg(server)
                   : message;
    case ErrorKind::Stale:
        return Sentences::tr("Somebody else changed this account meanwhile. Nothing was overwritten.");
    case ErrorKind::PreconditionRequired:
        return Sentences::tr("%1 saves a change only to a known version. Refresh and try again.").arg(server);
    case ErrorKind::Invalid:
    case ErrorKind::KeyReused:
        return withMessage(Sentences::tr("%1 refuses these values.").arg(server),
                           fields.isEmpty() ? message : fields.constFirst().message);
    case ErrorKind::TooManyRequests:
        return Sentences::tr("%1 asks to go slower. %2").arg(server, wait(retryAfter));
    case ErrorKind::Unavailable:
        return Sentences::tr("%1 cannot answer at the moment. %2").arg(server, wait(retryAfter));
    case ErrorKind::ServerFault:
    case ErrorKind::UnexpectedStatus:
        return withMessage(
            Sentences::tr("%1 failed with status %2. Try again; if it goes on, tell who runs the server.")
                .arg(server)
                .arg(httpStatus),
            message);
    case ErrorKind::KeychainMissing:
        return message.isEmpty() ? Sentences::tr("No keychain was found on this computer.")
                                 : Sentences::tr("No keychain was found on this computer. %1").arg(message);
    case ErrorKind::KeychainLocked:
        return Sentences::tr("The keychain is locked. Unlock it and try again.");
    case ErrorKind::KeychainSilent:
        return Sentences::tr("The keychain does not answer.");
    case ErrorKind::KeychainEntryMissing:
        return Sentences::tr("There is no such entry in the keychain.");
    case ErrorKind::KeychainLockedOrRemoved:
        return Sentences::tr("The keychain is locked, or the entry was removed. Unlock it and try again.");
    case ErrorKind::KeychainMismatch:
        return Sentences::tr(
            "The keychain gave back something else than was saved. Nothing is saved; try again.");
    case ErrorKind::KeychainRefused:
        return message.isEmpty() ? Sentences::tr("The keychain refused. Try again.")
                                 : Sentences::tr("The keychain refused: %1").arg(message);
    case ErrorKind::FileUnreadable:
    case ErrorKind::FileUnwritable:
    case ErrorKind::FolderInUse:
    case ErrorKind::WorkspaceFailed:
    case ErrorKind::NotAllowed:
        return message;
    }
    Q_UNREACHABLE();
}

QString Error::details() const
{
    QStringList lines;
    const auto add = [&lines](const QString &label, const QString &value) {
        if (!value.isEmpty())
            lines.append(label + QStringLiteral(": ") + value);
    };
    add(QStringLiteral("Error"), sentence());
    add(QStringLiteral("Host"), host);
    add(QStringLiteral("Method"), method);
    add(QStringLiteral("Path"), path);
    add(QStringLiteral("Status"), httpStatus == 0 ? QString() : QString::number(httpStatus));
    add(QStringLiteral("Request id"), requestId);
    add(QStringLiteral("Certificate SHA-256"), fingerprint);
    add(QStringLiteral("Message"), message.left(1000));
    return lines.join(u'\n');
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
    default:
        return false;
    }
}
