#include "tests/ui/support/consolefixture.h"

#include <QTest>

ConsoleFixture::ConsoleFixture()
    : MemoryParts(clock, apis)
{
}

void ConsoleFixture::openLocalWithoutList()
{
    connection.openLocal();
    workspace.becomeReady();
}

void ConsoleFixture::openLocal()
{
    openLocalWithoutList();
    QTRY_COMPARE(list.state(), AccountList::State::Loaded);
}

Connection ConsoleFixture::addServer()
{
    const Connection made = store.addServer(QStringLiteral("https://api.example.org"));
    vault.put(VaultEntry::forConnection(made.key), "old token");
    return made;
}
