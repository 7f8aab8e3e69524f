#pragma once

#include "models/ports/adminapifactory.h"

#include <QString>
#include <QUrl>

/// An Admin API that one can open: the local workspace, or a server.
struct Connection
{
    enum class Kind { Local, Server };

    Kind kind = Kind::Local;
    /// `[a-z0-9_-]{1,32}`, made once and kept: the keychain entries carry it.
    QString key;
    /// For people: "Local", or the host of the address (with its port, if it is not the default).
    QString name;
    /// Of a server only.
    ApiTarget target;

    friend bool operator==(const Connection &left, const Connection &right) { return left.key == right.key; }
};
