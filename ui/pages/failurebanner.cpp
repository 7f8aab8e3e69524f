#include "ui/pages/failurebanner.h"

#include "models/accounts/timetext.h"
#include "models/connections/currentconnection.h"
#include "models/list/accountlist.h"
#include "models/ports/clock.h"
#include "ui/widgets/button.h"
#include "ui/widgets/failurereport.h"

FailureBanner::FailureBanner(const ConsoleParts &parts, QWidget *parent)
    : Banner(Kind::Bad, {}, {}, parent)
    , m_parts(parts)
    , m_retry(addButton(tr("Retry"), QStringLiteral("refresh-cw")))
{
    new FailureReport(parts.clock, parts.vault, parts.keychainLibraryVersion, this);
    connect(m_retry, &Button::clicked, this, &FailureBanner::retryRequested);
}

void FailureBanner::tell()
{
    if (m_parts.list.state() != AccountList::State::Failed)
        return;
    const bool waits = m_parts.list.nextTryAt().isValid() && m_parts.list.error().asksToWait();
    const bool wasStopped = m_parts.list.error().kind == ErrorKind::Cancelled;
    setKind(waits || wasStopped ? Kind::Warn : Kind::Bad);
    setTexts(title(), sentence());
    const bool needsToken = m_parts.connection.signsInWithToken() && m_parts.list.error().concernsToken();
    offerAnotherToken(needsToken);
    offerDetails(m_parts.list.error(), needsToken);
}

QString FailureBanner::title() const
{
    if (m_parts.connection.state() == CurrentConnection::State::Failed)
        return tr("The local workspace does not run");
    const Error &error = m_parts.list.error();
    if (error.concernsToken())
        return error.kind == ErrorKind::Unauthorized ? tr("The token of this connection is not accepted")
                                                     : tr("The token of this connection is not an Admin’s");
    switch (error.kind) {
    case ErrorKind::TooManyRequests:
        return tr("The server asks to wait");
    case ErrorKind::Unavailable:
        return tr("The server is not available at the moment");
    case ErrorKind::Untrusted:
        return tr("The server’s certificate cannot be trusted");
    case ErrorKind::Cancelled:
        return tr("Loading was stopped");
    default:
        return tr("The list could not be loaded");
    }
}

QString FailureBanner::sentence() const
{
    const Error &error = m_parts.list.error();
    const QDateTime next = m_parts.list.nextTryAt();
    if (!next.isValid() || !error.asksToWait())
        return error.sentence();
    const QString server = error.host.isEmpty() ? tr("The server") : error.host;
    const QString time = clockTime(next, m_parts.clock.now());
    return error.kind == ErrorKind::TooManyRequests
               ? tr("%1 gets more requests than it takes. It goes on at %2.").arg(server, time)
               : tr("%1 cannot answer at the moment. It goes on at %2.").arg(server, time);
}
