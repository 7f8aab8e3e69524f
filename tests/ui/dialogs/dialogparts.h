#pragma once

#include "models/connections/connection.h"
#include "models/creation/tokencreations.h"
#include "models/deletion/accountdeletion.h"
#include "models/list/accountlist.h"
#include "tests/support/fixedclock.h"
#include "tests/support/memoryadminapi.h"
#include "tests/support/memoryjournal.h"
#include "tests/support/memorylogoutguard.h"
#include "tests/support/memorysavedtokens.h"
#include "tests/support/memorytokenvault.h"
#include "ui/widgets/tokenclipboard.h"

#include <QWidget>

/// What the dialogs stand on, in memory, with a window to open them over.
class DialogParts
{
public:
    DialogParts();

    /// Reads the list from the API, as the console does before any dialog can be opened.
    void loadList();
    ServiceAccount account(const QString &name, const QString &description = {},
                           const QList<AccountRole> &roles = {AccountRole(Role::Viewer)}) const;
    const ServiceAccount *listed(const QString &name) const;

    static QString connectionKey() { return QStringLiteral("local"); }
    static Connection connection(const ConnectionPolicy &policy = {});
    static VaultEntry entry(const QString &name) { return VaultEntry::forAccount(connectionKey(), name); }

    FixedClock clock;
    std::shared_ptr<MemoryAdminApi> api;
    MemoryTokenVault vault;
    MemorySavedTokens saved;
    MemoryJournal journal;
    TokenCreations creations;
    AccountList list;
    TokenClipboard clipboard;
    MemoryLogoutGuard logoutGuard;
    QWidget window;
};
