#pragma once

#include "models/accounts/accountchanges.h"
#include "models/accounts/newserviceaccount.h"
#include "models/ports/adminapifactory.h"

#include <QByteArray>

/// The JSON of a create. No end is null in either style; a fraction of a second is dropped.
QByteArray createBody(const NewServiceAccount &account, DateStyle style);

/// The JSON of an update: the description, also when it is empty, and all roles. A role that the server named
/// by an id is written by it.
QByteArray updateBody(const AccountChanges &changes);
