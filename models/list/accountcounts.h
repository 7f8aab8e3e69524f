#pragma once

#include "models/list/statuschoice.h"

#include <array>

/// How many accounts each choice has among those that the search and the roles leave.
struct AccountCounts
{
    std::array<int, allStatusChoices.size()> byChoice{};

    int of(StatusChoice choice) const { return byChoice[static_cast<size_t>(choice)]; }

    friend bool operator==(const AccountCounts &, const AccountCounts &) = default;
};
