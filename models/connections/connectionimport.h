#pragma once

#include "models/connections/connectionsdocument.h"

class CurrentConnection;

/// Takes the connections of a document among those that are known: none that is there is changed. One with
/// the same name and address is skipped, one whose name is taken gets a number behind it, one that has
/// problems is left out; the others are taken. A token is asked for when one of them is opened.
class ConnectionImport
{
public:
    enum class Outcome { Added, Renamed, Skipped, Refused, NotSaved };

    struct Line
    {
        Outcome outcome;
        /// Translated, a whole sentence for the report.
        QString sentence;
    };

    /// NotAllowed, with a sentence, when @p document is none; nothing is taken then.
    static Result<QList<Line>> run(const QByteArray &document, CurrentConnection &connections);

    /// How many of @p lines brought a connection.
    static int taken(const QList<Line> &lines);
};
