#include "ui/widgets/failurereport.h"

#include "models/ports/clock.h"
#include "models/ports/tokenvault.h"

#include <QCoreApplication>
#include <QWidget>

FailureReport::FailureReport(const Clock &clock, const TokenVault &vault,
                             const QString &keychainLibraryVersion, QWidget *window)
    : QObject(window)
    , m_clock(clock)
    , m_vault(vault)
    , m_keychainLibraryVersion(keychainLibraryVersion)
{
}

QString FailureReport::text(const QWidget *asker, const QString &details)
{
    const FailureReport *report = nullptr;
    for (const QWidget *place = asker; place && !report; place = place->parentWidget())
        report = place->findChild<FailureReport *>(QString(), Qt::FindDirectChildrenOnly);
    QStringList lines{details};
    if (report)
        lines.append(QStringLiteral("Time: ") + report->m_clock.now().toString(Qt::ISODate));
    lines.append(QCoreApplication::applicationName() + u' ' + QCoreApplication::applicationVersion());
    lines.append(QStringLiteral("Qt ") + QString::fromLatin1(qVersion()));
    if (!report)
        return lines.join(u'\n');
    lines.append(QStringLiteral("QtKeychain ") + report->m_keychainLibraryVersion);
    if (const QString keychain = report->m_vault.name(); !keychain.isEmpty())
        lines.append(QStringLiteral("Keychain: ") + keychain);
    return lines.join(u'\n');
}
