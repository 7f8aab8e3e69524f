#include "ui/failurereport.h"

#include "models/ports/clock.h"
#include "models/ports/tokenvault.h"

#include <QCoreApplication>
#include <QWidget>

FailureReport::FailureReport(const ConsoleParts &parts, QWidget *window)
    : QObject(window)
    , m_parts(parts)
{
}

QString FailureReport::text(const QWidget *asker, const QString &details)
{
    const FailureReport *report = nullptr;
    for (const QWidget *place = asker; place && !report; place = place->parentWidget())
        report = place->findChild<FailureReport *>(QString(), Qt::FindDirectChildrenOnly);
    QStringList lines{details};
    if (report)
        lines.append(QStringLiteral("Time: ") + report->m_parts.clock.now().toString(Qt::ISODate));
    lines.append(QCoreApplication::applicationName() + u' ' + QCoreApplication::applicationVersion());
    lines.append(QStringLiteral("Qt ") + QString::fromLatin1(qVersion()));
    if (!report)
        return lines.join(u'\n');
    lines.append(QStringLiteral("QtKeychain ") + report->m_parts.keychainLibraryVersion);
    if (const QString keychain = report->m_parts.vault.name(); !keychain.isEmpty())
        lines.append(QStringLiteral("Keychain: ") + keychain);
    return lines.join(u'\n');
}
