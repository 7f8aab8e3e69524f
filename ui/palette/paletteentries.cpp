#include "ui/palette/paletteentries.h"

#include "models/connections/currentconnection.h"
#include "models/list/accountlist.h"
#include "ui/actions/consoleactions.h"
#include "ui/connections/connectionicon.h"
#include "ui/palette/palettewords.h"
#include "ui/style/literaltext.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace {

/// Of the same kind, what is possible comes first, then what the words most likely mean.
int rank(const PaletteEntry &entry, PaletteWords::Match match)
{
    return (entry.isPossible() ? 0 : 2) + (match == PaletteWords::Match::AtStarts ? 0 : 1);
}

QList<PaletteEntry> ranked(const QList<PaletteEntry> &entries, const PaletteWords &words)
{
    std::vector<std::pair<int, qsizetype>> places;
    for (qsizetype at = 0; at < entries.size(); ++at) {
        const PaletteWords::Match match = words.in(entries.at(at).text);
        if (match != PaletteWords::Match::None)
            places.emplace_back(rank(entries.at(at), match), at);
    }
    std::sort(places.begin(), places.end());
    QList<PaletteEntry> result;
    for (const auto &place : places)
        result.append(entries.at(place.second));
    return result;
}

} // namespace

PaletteEntries::PaletteEntries(const ConsoleActions &actions, ServiceAccountsPage &page,
                               const ConsoleParts &parts, QObject *parent)
    : QObject(parent)
    , m_actions(actions)
    , m_ofPage(actions, page)
    , m_parts(parts)
{
}

QList<PaletteEntry> PaletteEntries::matching(const QString &typed)
{
    const PaletteWords words(typed);
    if (words.areNone())
        return ranked(actions() + connections(), words);
    QList<PaletteEntry> result = ranked(actions() + connections() + m_ofPage.all(), words);
    // The rows of before stay under the page that says so.
    if (!m_parts.list.needsAdmin())
        result += accounts(typed);
    return result;
}

PaletteEntry PaletteEntries::entryOf(const ConsoleActionInfo &info) const
{
    const ConsoleAction action = info.action;
    const bool isOfAccount = info.textOfAccount && !m_currentAccount.isEmpty();
    return {isOfAccount ? info.textOfAccount(m_currentAccount) : plainText(info.text()), info.icon,
            info.shortcut.toString(QKeySequence::NativeText), m_actions.reasonAgainst(action),
            [this, action] { m_actions.trigger(action); }};
}

QList<PaletteEntry> PaletteEntries::actions() const
{
    QList<PaletteEntry> ofAccount;
    QList<PaletteEntry> others;
    for (const ConsoleActionInfo &info : consoleActionTable()) {
        // It is open already.
        if (info.action == ConsoleAction::CommandPalette)
            continue;
        (info.textOfAccount && !m_currentAccount.isEmpty() ? ofAccount : others).append(entryOf(info));
    }
    return ofAccount + others;
}

QList<PaletteEntry> PaletteEntries::connections()
{
    QList<PaletteEntry> result;
    const auto &current = m_parts.connection.connection();
    for (const Connection &connection : m_parts.connection.known()) {
        if (current && *current == connection)
            continue;
        const QString key = connection.key;
        result.append({tr("Switch to %1").arg(connection.name),
                       connectionIconName(connection.kind),
                       {},
                       {},
                       [this, key] { Q_EMIT connectionChosen(key); }});
    }
    return result;
}

QList<PaletteEntry> PaletteEntries::accounts(const QString &typed)
{
    QList<PaletteEntry> result;
    const AccountTableModel &model = *m_parts.list.model();
    // "Go to prod" is about "prod".
    const QString goTo = tr("Go to %1").arg(QString());
    const bool saysGoTo = typed.startsWith(goTo, Qt::CaseInsensitive);
    for (const QString &id : model.idsByName(saysGoTo ? typed.mid(goTo.size()) : typed, mostAccounts)) {
        result.append({tr("Go to %1").arg(model.accountById(id)->name),
                       QStringLiteral("key-round"),
                       {},
                       {},
                       [this, id] { Q_EMIT accountChosen(id); }});
    }
    return result;
}
