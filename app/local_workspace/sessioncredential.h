#pragma once

#include "models/secrets/secrettext.h"

/// A new Admin credential for one run of the local workspace: 48 random characters, from 288 random bits.
SecretText makeSessionCredential();
