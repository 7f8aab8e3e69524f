#pragma once

#include "models/many/singlechange.h"

/// One of the accounts that a change of many is to change, and how far that is.
struct ChangedAccount
{
    enum class State { NotBegun, Running, Done, Failed };

    ServiceAccount account;
    State state = State::NotBegun;
    /// In Done and Failed.
    ChangeOutcome outcome = {};
};
