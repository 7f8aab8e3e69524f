#include "tests/ui/support/memoryparts.h"

MemoryParts::MemoryParts(const Clock &clock, AdminApiFactory &apis)
    : connection(workspace, apis, vault, store, clock)
    , list(clock)
    , creations({vault, savedTokens, journal, clock})
    , schedule(list, settings, clock)
    , parts{clock,
            connection,
            list,
            schedule,
            creations,
            vault,
            savedTokens,
            apis,
            clipboard,
            logoutGuard,
            settings,
            layouts,
            workspace.folder(),
            QStringLiteral("0.13.2"),
            {}}
{
}
