#pragma once

#include "app/commandline.h"
#include "app/single_instance/startrequest.h"
#include "models/errors/result.h"

#include <QCoreApplication>

class ConsoleWindows;
class CurrentConnection;

/// One console for each folder of data: a second start brings the first one's window to the front.
class SecondStart
{
    Q_DECLARE_TR_FUNCTIONS(SecondStart)
public:
    /// The first one's side. Opens the connection that is asked for, but never under a dialog that waits for
    /// an answer. A sentence where it cannot; empty when it did.
    static QString answer(const StartRequest &request, CurrentConnection &connection,
                          ConsoleWindows &windows);

    /// The second one's side: asks the console that holds @p dataFolder.
    static Result<Done> join(const CommandLine &commandLine, const QString &dataFolder);
};
