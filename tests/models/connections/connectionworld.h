#pragma once

#include "models/connections/currentconnection.h"
#include "tests/support/fakeworkspace.h"
#include "tests/support/fixedclock.h"
#include "tests/support/memoryapifactory.h"
#include "tests/support/memoryconnectionstore.h"
#include "tests/support/memorytokenvault.h"

/// What a CurrentConnection stands on, in memory, at 24 November 2026, 10:42 UTC.
struct ConnectionWorld
{
    /// A known server, and its token in the keychain.
    Connection add(const QString &address, const char *token)
    {
        const Connection server = store.addServer(address);
        vault.put(VaultEntry::forConnection(server.key), token);
        return server;
    }
    SecretText inKeychain(const QString &key) const
    {
        const SecretText *found = vault.find(VaultEntry::forConnection(key));
        return found ? found->clone() : SecretText();
    }

    FixedClock clock{QDateTime(QDate(2026, 11, 24), QTime(10, 42), Qt::UTC)};
    MemoryAdminApi api{clock};
    MemoryApiFactory apis{api};
    FakeWorkspace workspace;
    MemoryTokenVault vault;
    MemoryConnectionStore store;
    CurrentConnection current{workspace, apis, vault, store, clock};
};
