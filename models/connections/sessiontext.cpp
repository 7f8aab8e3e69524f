#include "models/connections/sessiontext.h"

#include <QCoreApplication>
#include <QLocale>

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(SessionText)
};

} // namespace

QString signedInName(const Session &session)
{
    return session.userName.isEmpty() ? session.email : session.userName;
}

QString signedInSentence(const std::optional<Session> &session)
{
    const QString who = session ? signedInName(*session) : QString();
    if (who.isEmpty())
        return Texts::tr("The server does not say who this connection signs in as.");
    if (session->roles.isEmpty())
        return Texts::tr("This connection signs in as %1.").arg(who);
    return Texts::tr("This connection signs in as %1 with the role(s) %2.", nullptr,
                     static_cast<int>(session->roles.size()))
        .arg(who, QLocale().createSeparatedList(session->roles));
}

QString testedSentence(const std::optional<Session> &session)
{
    const QString who = session ? signedInName(*session) : QString();
    if (who.isEmpty())
        return Texts::tr("Works: the service accounts can be read.");
    if (session->roles.isEmpty())
        return Texts::tr("Works: signed in as %1.").arg(who);
    return Texts::tr("Works: signed in as %1 with the role(s) %2.", nullptr,
                     static_cast<int>(session->roles.size()))
        .arg(who, QLocale().createSeparatedList(session->roles));
}

QString connectedAs(const std::optional<Session> &session)
{
    const QString who = session ? signedInName(*session) : QString();
    if (who.isEmpty())
        return Texts::tr("Connected without the role Admin");
    if (session->roles.isEmpty())
        return Texts::tr("Connected as %1").arg(who);
    return Texts::tr("Connected as %1 (%2)").arg(who, session->roles.join(QStringLiteral(", ")));
}
