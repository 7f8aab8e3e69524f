#pragma once

#include "models/connections/connection.h"

/// The icon that a connection has wherever it is named.
inline QString connectionIconName(Connection::Kind kind)
{
    return kind == Connection::Kind::Local ? QStringLiteral("hard-drive") : QStringLiteral("server");
}
