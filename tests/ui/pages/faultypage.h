#pragma once

#include "app/admin_api/httpadminapi.h"
#include "models/connections/currentconnection.h"
#include "models/creation/tokencreations.h"
#include "models/list/accountlist.h"
#include "models/list/refreshschedule.h"
#include "tests/support/fakeworkspace.h"
#include "tests/support/faultserver.h"
#include "tests/support/fixedclock.h"
#include "tests/support/memoryconnectionstore.h"
#include "tests/support/memoryjournal.h"
#include "tests/support/memorylayoutstore.h"
#include "tests/support/memorylogoutguard.h"
#include "tests/support/memorysavedtokens.h"
#include "tests/support/memorysettings.h"
#include "tests/support/memorytokenvault.h"
#include "ui/consoleparts.h"
#include "ui/pages/serviceaccountspage.h"
#include "ui/widgets/tokenclipboard.h"

#include <QGuiApplication>

class AccountTableView;
class Banner;
class QDialog;

/// Real clients with little patience.
class QuickApis final : public AdminApiFactory
{
public:
    std::unique_ptr<RetargetableAdminApi> create() override;
};

/// The page over the real client and a server that answers as the test says: everything between the wire and
/// the window. The clock stands at 24 November 2026, 10:42 UTC.
class FaultyPage
{
public:
    /// A list of @p accounts, and of each of them what the server of the contract says.
    explicit FaultyPage(const QByteArray &accounts);

    /// Opens the connection; whether the list was read.
    bool open();
    /// The list answers so from now on, whatever page is asked for; everything else is not found.
    void answerListWith(const FaultServer::Reply &reply);
    /// As at first again.
    void answerWell();
    /// F5; whether it has come to its end.
    bool refresh();
    /// Lets the clock reach the time that the page has named for its next try.
    void letTheTimeCome();

    Banner *banner() const;
    QDialog *dialog() const;
    AccountTableView *table() const;
    /// Text of a cell, as a screen reader has it.
    QString cell(int row, int column) const;

    FixedClock clock;
    FaultServer server;
    QuickApis apis;
    MemoryTokenVault vault;
    MemorySavedTokens savedTokens;
    MemoryConnectionStore store;
    FakeWorkspace workspace;
    CurrentConnection connection{workspace, apis, vault, store, clock};
    AccountList list{clock};
    MemoryJournal journal;
    TokenCreations creations{{vault, savedTokens, journal, clock}};
    TokenClipboard clipboard{QGuiApplication::clipboard()};
    MemoryLogoutGuard logoutGuard;
    MemorySettings settings;
    MemoryLayoutStore layouts;
    RefreshSchedule schedule{list, settings, clock};
    ConsoleParts parts;
    ServiceAccountsPage page;

private:
    bool isAtRest() const;

    QByteArray m_accounts;
};
