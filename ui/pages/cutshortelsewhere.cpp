#include "ui/pages/cutshortelsewhere.h"

#include "models/connections/currentconnection.h"
#include "models/creation/tokencreations.h"
#include "ui/widgets/button.h"

#include <QLocale>

CutShortElsewhere::CutShortElsewhere(const ConsoleParts &parts, QWidget *parent)
    : Banner(Kind::Warn, {}, {}, parent)
    , m_parts(parts)
    , m_forget(addButton(tr("Forget")))
{
    connect(m_forget, &Button::clicked, this, &CutShortElsewhere::forgetLost);
}

QList<JournalEntry> CutShortElsewhere::entries(const ConsoleParts &parts)
{
    const auto &open = parts.connection.connection();
    return open ? parts.creations.waitingElsewhere(open->key, open->target.address) : QList<JournalEntry>();
}

bool CutShortElsewhere::canBeOpened(const JournalEntry &entry) const
{
    const auto known = m_parts.connection.find(entry.connectionKey);
    return known && TokenCreations::wasSentTo(entry, known->key, known->target.address);
}

void CutShortElsewhere::tell(const QList<JournalEntry> &entries)
{
    QStringList waiting;
    QStringList lost;
    m_lost.clear();
    for (const JournalEntry &entry : entries) {
        const bool isLost = !canBeOpened(entry);
        (isLost ? lost : waiting).append(entry.request.name.text());
        if (isLost)
            m_lost.append(entry);
    }
    QStringList sentences;
    if (!waiting.isEmpty())
        sentences.append(tr("To find out what became of %1, open the connection that was in use then.")
                             .arg(QLocale().createSeparatedList(waiting)));
    if (!lost.isEmpty())
        sentences.append(
            tr("No connection leads any more to the server that was asked to make %1. If it did, "
               "nobody has the token: look there, and delete what it made.")
                .arg(QLocale().createSeparatedList(lost)));
    setTexts(tr("A creation was cut short on another connection"), sentences.join(u' '));
    m_forget->setVisible(!m_lost.isEmpty());
}

void CutShortElsewhere::forgetLost()
{
    for (const JournalEntry &entry : std::as_const(m_lost))
        m_parts.creations.forget(entry);
    Q_EMIT forgotten();
}
