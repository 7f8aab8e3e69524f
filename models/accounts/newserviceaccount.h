#pragma once

#include "models/accounts/accountdescription.h"
#include "models/accounts/expiration.h"
#include "models/accounts/roleset.h"
#include "models/accounts/serviceaccountname.h"

/// What the console asks a server to make. It cannot hold an invalid name or no role: its parts cannot.
struct NewServiceAccount
{
    ServiceAccountName name;
    AccountDescription description;
    Expiration expiration;
    RoleSet roles;

    friend bool operator==(const NewServiceAccount &, const NewServiceAccount &) = default;
};
