#pragma once

#include "models/connections/currentconnection.h"
#include "models/creation/tokencreations.h"
#include "models/list/accountlist.h"
#include "models/list/refreshschedule.h"
#include "tests/support/fakeworkspace.h"
#include "tests/support/fixedclock.h"
#include "tests/support/memoryadminapi.h"
#include "tests/support/memoryapifactory.h"
#include "tests/support/memoryconnectionstore.h"
#include "tests/support/memoryjournal.h"
#include "tests/support/memorylayoutstore.h"
#include "tests/support/memorylogoutguard.h"
#include "tests/support/memorysavedtokens.h"
#include "tests/support/memorysettings.h"
#include "tests/support/memorytokenvault.h"
#include "ui/consoleparts.h"
#include "ui/widgets/tokenclipboard.h"

#include <QGuiApplication>

/// Everything that main.cpp makes, in memory: a server, a keychain, a workspace that the test starts, and a
/// clock that stands at 24 November 2026, 10:42 UTC.
class ConsoleFixture
{
public:
    ConsoleFixture();

    /// Opens the local workspace and waits until the list is read.
    void openLocal();
    /// Opens the local workspace; nobody has to read its list.
    void openLocalWithoutList();

    FixedClock clock;
    MemoryAdminApi server{clock};
    MemoryApiFactory apis{server};
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
};
