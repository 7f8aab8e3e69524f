#pragma once

#include <QString>

/// Whether it can be the path of the service accounts below an address: absolute, as RFC 3986 (3.3) says, and
/// percent-encoded already. The schema of exported connections says the same.
bool isResourcePath(const QString &text);
