#pragma once

#include "models/connections/connection.h"
#include "models/errors/result.h"

#include <QByteArray>
#include <QList>
#include <QStringList>

/// Connections in a file that people hand on: resources/schemas/connections.schema.json says how it looks.
/// Neither keys nor credentials, nor anything of the keychain, are in it; the local workspace is not either.
class ConnectionsDocument
{
public:
    /// Larger ones are refused.
    static constexpr qint64 largest = 1 << 20;

    struct Entry
    {
        /// Without a key. Of use only when there is no problem.
        Connection server;
        /// What the entry calls itself, else its place: "entry 3".
        QString label;
        /// Translated, a sentence each: why it cannot be taken.
        QStringList problems;
    };

    /// The servers among @p connections.
    static QByteArray write(const QList<Connection> &connections);
    /// NotAllowed, with a sentence, when it is no such document at all.
    static Result<QList<Entry>> read(const QByteArray &document);
};
