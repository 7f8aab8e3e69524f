#pragma once

#include "models/errors/error.h"

#include <QLatin1StringView>

/// "TimedOut": for logs and for "Copy Details", the same in every language.
QLatin1StringView errorKindName(ErrorKind kind);
