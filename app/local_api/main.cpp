#include "app/hardening/processmemory.h"
#include "app/local_api/options.h"
#include "app/local_api/sessioncredential.h"
#include "app/local_api/stopwatcher.h"

#include <QCoreApplication>

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <sys/stat.h>
#include <unistd.h>

namespace {

constexpr int wrongUse = 2;

int endWith(const QString &sentence, int status)
{
    std::fputs(qPrintable(sentence + u'\n'), stderr);
    return status;
}

int serve(localapi::LocalApi::Settings settings, bool endsWithStandardInput)
{
    localapi::LocalApi api(std::move(settings));
    if (const auto sentence = api.start())
        return endWith(*sentence, EXIT_FAILURE);
    const localapi::StopWatcher watcher(endsWithStandardInput, [&api] { api.stop(); });
    std::fputs(qPrintable(QStringLiteral("Listening on %1\n").arg(api.address())), stdout);
    std::fflush(stdout);
    api.run();
    return 0;
}

} // namespace

int main(int argc, char *argv[])
{
    // Where it cannot be had the server works all the same: SECURITY.md promises it for Linux.
    if (ProcessMemory::isToBePrivate)
        static_cast<void>(ProcessMemory::keepPrivate());
    ::umask(0077);
    std::signal(SIGPIPE, SIG_IGN);
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("apono-local-api"));
    QCoreApplication::setApplicationVersion(QStringLiteral(APONO_VERSION));

    auto parsed = localapi::Options::from(QCoreApplication::arguments());
    if (const QString *sentence = std::get_if<QString>(&parsed))
        return endWith(*sentence, wrongUse);
    localapi::Options &options = std::get<localapi::Options>(parsed);
    if (!options.onlyPrint.isEmpty()) {
        std::fputs(qPrintable(options.onlyPrint), stdout);
        return 0;
    }

    if (options.readsSessionCredential) {
        auto credential = localapi::readSessionCredential(STDIN_FILENO);
        if (const QString *sentence = std::get_if<QString>(&credential))
            return endWith(*sentence, EXIT_FAILURE);
        options.settings.sessionCredential = std::move(std::get<localapi::SecretBytes>(credential));
    }
    return serve(std::move(options.settings), options.readsSessionCredential);
}
