#pragma once

#include "tests/support/fixedclock.h"
#include "tests/support/memoryadminapi.h"
#include "tests/support/memoryapifactory.h"
#include "tests/ui/support/memoryparts.h"

/// A base, so that it is there before MemoryParts.
struct MemoryServer
{
    FixedClock clock{QDateTime(QDate(2026, 11, 24), QTime(10, 42), Qt::UTC)};
    MemoryAdminApi server{clock};
    MemoryApiFactory apis{server};
};

/// Everything that main.cpp makes, in memory, the server too, and a clock that stands at 24 November 2026,
/// 10:42 UTC.
class ConsoleFixture : public MemoryServer, public MemoryParts
{
public:
    ConsoleFixture();

    /// Opens the local workspace and waits until the list is read.
    void openLocal();
    /// Opens the local workspace; nobody has to read its list.
    void openLocalWithoutList();

    /// A known server, https://api.example.org, whose token the keychain has.
    Connection addServer();
};
