#pragma once

#include "models/accounts/serviceaccount.h"
#include "models/many/manychange.h"

#include <functional>
#include <optional>

/// What a change of many will do to one account.
struct PlannedChange
{
    enum class Fate {
        WillChange,
        NothingToDo, ///< It is as wanted already.
        Refused      ///< See refusal.
    };
    enum class Refusal {
        SignsInWithIt, ///< The console signs in with it: neither it nor its role Admin may go from here.
        LastRole,      ///< An account has at least one role.
        Description    ///< A role is saved together with the description, and this one breaks our own rules.
    };

    ServiceAccount account;
    Fate fate = Fate::WillChange;
    std::optional<Refusal> refusal = {};
};

/// Whether the console signs in with the account.
using SignsInWith = std::function<bool(const ServiceAccount &)>;

PlannedChange planChange(const ManyChange &change, const ServiceAccount &account,
                         const SignsInWith &signsInWith);
