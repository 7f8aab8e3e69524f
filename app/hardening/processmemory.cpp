#include "app/hardening/processmemory.h"

#ifdef __linux__
#include <sys/prctl.h>
#include <sys/resource.h>
#endif

bool ProcessMemory::keepPrivate()
{
#ifdef __linux__
    const rlimit none{0, 0};
    const bool hasNoCores = setrlimit(RLIMIT_CORE, &none) == 0;
    const bool isClosed = prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) == 0;
    return hasNoCores && isClosed;
#else
    return false;
#endif
}
