#pragma once

#include "ui/consoleparts.h"
#include "ui/palette/pageentries.h"
#include "ui/palette/paletteentry.h"

#include <QList>
#include <QObject>

class ConsoleActions;
class ServiceAccountsPage;
enum class ConsoleAction;
struct ConsoleActionInfo;

/// What the palette offers: every action, of the current account by its name; the other connections; and the
/// accounts whose name has what was typed.
class PaletteEntries final : public QObject
{
    Q_OBJECT

public:
    /// Of 100,000 accounts too, an answer is there within a frame: so few are looked for.
    static constexpr int mostAccounts = 6;

    /// All of it must outlive it.
    PaletteEntries(const ConsoleActions &actions, ServiceAccountsPage &page, const ConsoleParts &parts,
                   QObject *parent);

    /// The account that "Edit", say, would be about; empty for none, or for several at once.
    void setCurrentAccount(const QString &name) { m_currentAccount = name; }

    /// What has all the words that were typed, best first; without words the
    /// actions and the connections.
    QList<PaletteEntry> matching(const QString &typed);

Q_SIGNALS:
    void accountChosen(const QString &accountId);
    void connectionChosen(const QString &key);

private:
    PaletteEntry entryOf(const ConsoleActionInfo &info) const;
    QList<PaletteEntry> actions() const;
    QList<PaletteEntry> connections();
    QList<PaletteEntry> accounts(const QString &typed);

    const ConsoleActions &m_actions;
    const PageEntries m_ofPage;
    const ConsoleParts m_parts;
    QString m_currentAccount;
};
