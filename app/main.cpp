// The console: the one place that makes the objects and hands them down.

#include "app/admin_api/httpadminapifactory.h"
#include "app/buscheck.h"
#include "app/commandline.h"
#include "app/desktop/logoutinhibitor.h"
#include "app/desktopties.h"
#include "app/displaycheck.h"
#include "app/hardening/processmemory.h"
#include "app/keychain/keychainvault.h"
#include "app/local_workspace/localapiprocess.h"
#include "app/secondstart.h"
#include "app/startuplog.h"
#include "app/storage/datafolder.h"
#include "app/storage/fileconnectionstore.h"
#include "app/storage/filejournal.h"
#include "app/storage/filelayoutstore.h"
#include "app/storage/filenoticememory.h"
#include "app/storage/filesavedtokens.h"
#include "app/storage/filesettings.h"
#include "app/systemclock.h"
#include "models/connections/currentconnection.h"
#include "models/creation/tokencreations.h"
#include "models/list/accountlist.h"
#include "models/list/refreshschedule.h"
#include "resources/translations/translations.h"
#include "ui/consolewindows.h"
#include "ui/settings/settingeffects.h"
#include "ui/style/consolestyle.h"
#include "ui/widgets/tokenclipboard.h"

#include <QApplication>
#include <QLoggingCategory>

#include <array>
#include <cstdio>
#include <optional>

namespace {

constexpr int wrongUse = 2;

Q_LOGGING_CATEGORY(hardening, "apono.hardening", QtWarningMsg)
Q_LOGGING_CATEGORY(buses, "apono.buses", QtWarningMsg)

int endWith(const QString &sentence, int status)
{
    std::fprintf(stderr, "%s\n", qPrintable(sentence));
    return status;
}

/// Opens what was asked for. Whether there is such a connection.
bool open(CurrentConnection &connection, const CommandLine &commandLine)
{
    const QString &wanted = commandLine.connection;
    if (wanted.isEmpty()) {
        if (commandLine.local)
            connection.openLocal();
        else
            connection.openLastUsed();
        return true;
    }
    return connection.open(connection.keyOf(wanted));
}

int endWithoutFolder(const Error &error, const CommandLine &commandLine)
{
    if (error.kind != ErrorKind::FolderInUse)
        return endWith(error.message, EXIT_FAILURE);
    const auto joined = SecondStart::join(commandLine, DataFolder::pathFor(commandLine.dataDir));
    return joined ? EXIT_SUCCESS : endWith(joined.error().message, EXIT_FAILURE);
}

int run(const CommandLine &commandLine, ConsoleStyle &style)
{
    auto folder = DataFolder::open(commandLine.dataDir);
    if (!folder)
        return endWithoutFolder(folder.error(), commandLine);
    const DataFolder &data = *folder.value();

    const SystemClock clock;
    FileSettings settings(data.settingsFile());
    FileLayoutStore layouts(data.layoutsFile());
    FileNoticeMemory givenNotices(data.noticesFile());
    FileSavedTokens savedTokens(data.savedTokensFile());
    FileConnectionStore store(data.connectionsFile(), data.isChosen() ? FileConnectionStore::Place::Chosen
                                                                      : FileConnectionStore::Place::Default);
    KeychainVault vault;
    HttpAdminApiFactory apis;
    LocalApiProcess workspace(QCoreApplication::applicationDirPath() + QStringLiteral("/apono-local-api"),
                              data.workspaceFolder());
    CurrentConnection connection(workspace, apis, vault, store, clock);
    AccountList list(clock);
    RefreshSchedule schedule(list, settings, clock);
    FileJournal journal(data.journalFile());
    TokenCreations creations({vault, savedTokens, journal, clock});
    TokenClipboard clipboard(QApplication::clipboard());
    LogoutInhibitor logout;

    // Nothing waits here: the child starts and the keychain is asked while the window comes up.
    if (!open(connection, commandLine))
        return endWith(QCoreApplication::translate(
                           "main", "There is no connection named “%1”. Start without --connection to "
                                   "see those that there are.")
                           .arg(commandLine.connection),
                       EXIT_FAILURE);
    const ConsoleParts parts{clock,
                             connection,
                             list,
                             schedule,
                             creations,
                             vault,
                             savedTokens,
                             apis,
                             clipboard,
                             logout,
                             settings,
                             layouts,
                             data.path(),
                             QStringLiteral(QTKEYCHAIN_VERSION),
                             store.notices() + savedTokens.notices() + journal.notices() +
                                 settings.notices() + layouts.notices() + givenNotices.notices()};
    SettingEffects effects(settings, &style, clipboard, list);
    ConsoleWindows windows(parts);
    QObject::connect(&windows, &ConsoleWindows::rowsPainted, &windows, &StartupLog::rowsPainted);
    windows.open();
    const DesktopTies desktop(data, parts, windows, effects, givenNotices, logout);
    return QApplication::exec();
}

} // namespace

int main(int argc, char *argv[])
{
    const bool isMemoryPrivate = ProcessMemory::isToBePrivate && ProcessMemory::keepPrivate();
    QStringList arguments;
    for (int at = 1; at < argc; ++at)
        arguments.append(QString::fromLocal8Bit(argv[at]));
    const Result<CommandLine> commandLine = CommandLine::fromArguments(arguments);
    if (!commandLine)
        return endWith(commandLine.error().message, wrongUse);
    if (commandLine.value().wish == CommandLine::Wish::Help) {
        std::fputs(qPrintable(CommandLine::helpText()), stdout);
        return EXIT_SUCCESS;
    }
    if (commandLine.value().wish == CommandLine::Wish::Version) {
        std::puts("apono-console " CONSOLE_VERSION);
        return EXIT_SUCCESS;
    }
    if (const QString problem = DisplayCheck::problem(); !problem.isEmpty())
        return endWith(problem, EXIT_FAILURE);

    const QStringList silentBuses = BusCheck::leaveOutSilentBuses();
    // Our options are not Qt's, and of Qt's there is one that is ours as well.
    char reverse[] = "-reverse";
    std::array<char *, 3> qtArguments{argv[0], commandLine.value().reverse ? reverse : nullptr, nullptr};
    int qtArgumentCount = commandLine.value().reverse ? 2 : 1;
    std::optional<QApplication> app;
    {
        const DisplayCheck::Guard guard;
        app.emplace(qtArgumentCount, qtArguments.data());
    }
    Translations::install();
    QApplication::setApplicationName(QStringLiteral("apono-console"));
    QApplication::setApplicationDisplayName(QString());
    QApplication::setApplicationVersion(QStringLiteral(CONSOLE_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("apono-console"));
    if (commandLine.value().verbose)
        QLoggingCategory::setFilterRules(QStringLiteral("apono.*=true"));
    for (const QString &bus : silentBuses)
        qCWarning(buses, "started without the bus of %s, which does not answer", qPrintable(bus));
    qCInfo(hardening, "core dumps are %s", isMemoryPrivate ? "off" : "left as they are");
    return run(commandLine.value(), *ConsoleStyle::install(*app));
}
