#pragma once

#include "app/single_instance/startrequest.h"
#include "models/errors/result.h"

#include <QCoreApplication>

#include <chrono>

/// The console that holds a data folder, as a second start meets it.
class RunningConsole
{
    Q_DECLARE_TR_FUNCTIONS(RunningConsole)
public:
    explicit RunningConsole(QString dataFolder);

    /// Waits until the running console did what was asked. It may be starting itself: it is looked for until
    /// @p patience is over. FolderInUse when it cannot be reached or does not answer, NotAllowed when it says
    /// that it cannot do it; the messages are whole sentences.
    Result<Done> ask(const StartRequest &request, std::chrono::milliseconds patience) const;

private:
    QString m_dataFolder;
};
