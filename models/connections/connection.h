#pragma once

#include "models/connections/connectionpolicy.h"
#include "models/ports/adminapifactory.h"

#include <QDateTime>
#include <QString>

/// An Admin API that one can open: the local workspace, or a server.
struct Connection
{
    enum class Kind { Local, Server };

    Kind kind = Kind::Local;
    /// `[a-z0-9_-]{1,32}`, made once and kept, also when the name or the address changes: the keychain
    /// entries carry it.
    QString key;
    /// For people, and theirs to choose: see connectionname.h for the rule. "Local" for the local workspace.
    QString name;
    /// Of a server only.
    ApiTarget target;
    ConnectionPolicy policy = {};
    /// When the credential was given to the keychain, in UTC; invalid when it never was, or an earlier
    /// version of this program did it.
    QDateTime credentialSaved = {};

    friend bool operator==(const Connection &left, const Connection &right) { return left.key == right.key; }
};
