#pragma once

#include "models/errors/result.h"

#include <QString>
#include <QStringList>

/// What `apono-console` was started with (screens.md, "Commands"). Can be read before an application exists,
/// so that --help and --version need no display.
struct CommandLine
{
    enum class Wish { Window, Help, Version };

    Wish wish = Wish::Window;
    bool local = false;
    /// Key or name of a connection; empty when none was asked for.
    QString connection;
    QString dataDir;
    bool verbose = false;
    /// Qt's own "-reverse": the other direction of layout than that of the language.
    bool reverse = false;

    /// @p arguments without the program's own name. The error's message is a translated sentence.
    static Result<CommandLine> fromArguments(const QStringList &arguments);

    static QString helpText();
};
