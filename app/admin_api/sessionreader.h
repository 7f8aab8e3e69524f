#pragma once

#include "app/admin_api/httpanswer.h"
#include "models/errors/result.h"
#include "models/ports/adminapi.h"

/// Reads who one is signed in as. Unreadable without a "user" that has at least an id, a name or an e-mail.
Result<Session> readSession(const HttpAnswer &answer);
