#pragma once

#include "models/connections/currentconnection.h"
#include "models/creation/tokencreations.h"
#include "models/list/accountlist.h"
#include "models/list/refreshschedule.h"
#include "tests/support/fakeworkspace.h"
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

/// What main.cpp makes, over a clock and clients of the test's own: the keychain, the files and the
/// workspace, which the test starts, in memory.
class MemoryParts
{
public:
    MemoryParts(const Clock &clock, AdminApiFactory &apis);

    MemoryTokenVault vault;
    MemorySavedTokens savedTokens;
    MemoryConnectionStore store;
    FakeWorkspace workspace;
    CurrentConnection connection;
    AccountList list;
    MemoryJournal journal;
    TokenCreations creations;
    TokenClipboard clipboard{QGuiApplication::clipboard()};
    MemoryLogoutGuard logoutGuard;
    MemorySettings settings;
    MemoryLayoutStore layouts;
    RefreshSchedule schedule;
    ConsoleParts parts;
};
