#pragma once

#include <cstdio>
#include <cstdlib>

/// Ends the program where something does not hold that has to hold for every input: libFuzzer keeps the
/// input.
inline void mustHold(bool holds, const char *property)
{
    if (holds)
        return;
    std::fprintf(stderr, "Does not hold: %s\n", property);
    std::abort();
}
