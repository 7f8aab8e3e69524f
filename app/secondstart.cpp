#include "app/secondstart.h"

#include "app/single_instance/runningconsole.h"
#include "models/connections/currentconnection.h"
#include "ui/consolewindows.h"

#include <QApplication>

using namespace std::chrono_literals;

namespace {

/// Long enough for a console that is itself starting on a busy computer.
constexpr auto patience = 5s;

} // namespace

QString SecondStart::answer(const StartRequest &request, CurrentConnection &connection,
                            ConsoleWindows &windows)
{
    windows.comeForward(request.activationToken);

    const std::optional<Connection> &open = connection.connection();
    if (request.local && open && open->kind == Connection::Kind::Local)
        return {};
    const QString key = connection.keyOf(request.connection);
    if (!request.local && (request.connection.isEmpty() || (open && open->key == key)))
        return {};
    if (QApplication::activeModalWidget())
        return tr("A window of the console waits for an answer. Close it, then choose the connection there.");
    if (request.local)
        connection.openLocal();
    else if (!connection.open(key))
        return tr("There is no connection named “%1”.").arg(request.connection);
    return {};
}

Result<Done> SecondStart::join(const CommandLine &commandLine, const QString &dataFolder)
{
    return RunningConsole(dataFolder)
        .ask({commandLine.local, commandLine.connection, qEnvironmentVariable("XDG_ACTIVATION_TOKEN")},
             patience);
}
