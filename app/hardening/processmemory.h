#pragma once

/// Keeps what this process has in memory to itself: no core dump (RLIMIT_CORE), and no other process of the
/// same user may attach to it or read its memory (PR_SET_DUMPABLE, prctl(2)). Root still can, and a debugger
/// that started the process. Call it first in main(): PR_SET_DUMPABLE is forgotten by exec.
class ProcessMemory
{
public:
    /// The build option: off where tests look into the programs.
    static constexpr bool isToBePrivate = HARDEN_PROCESS;

    /// Whether all of it holds now. On systems other than Linux nothing is done.
    static bool keepPrivate();
};
