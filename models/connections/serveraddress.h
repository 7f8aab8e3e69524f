#pragma once

#include "models/errors/result.h"

#include <QString>
#include <QUrl>

/// What a person typed as "Address", made into the base address of an Admin API: https:// is added when no
/// scheme is there, and http:// is taken for addresses on this computer only. The error's message is a
/// translated sentence for beside the field.
Result<QUrl> serverAddressFromText(const QString &text);

/// The address as it is kept and compared: without a trailing slash, query, fragment, user or password, and
/// without the port that the scheme implies.
QUrl normalizedAddress(const QUrl &address);

/// Whether both are at one scheme, host and port: a token that was given for the one may go to the other.
bool isSameServer(const QUrl &left, const QUrl &right);

/// 127.0.0.0/8, ::1 and localhost.
bool isLoopback(const QString &host);
