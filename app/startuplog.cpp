#include "app/startuplog.h"

#include <QFile>
#include <QLoggingCategory>

#include <ctime>

#ifdef Q_OS_LINUX
#include <unistd.h>
#endif

namespace {

Q_LOGGING_CATEGORY(startup, "apono.startup", QtWarningMsg)

} // namespace

namespace StartupLog {

bool isOn()
{
    return startup().isInfoEnabled();
}

std::optional<std::chrono::milliseconds> sinceProcessStart()
{
#ifdef Q_OS_LINUX
    QFile file(QStringLiteral("/proc/self/stat"));
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    // The second field is the program's name in brackets and may hold blanks; "starttime" is the 22nd.
    const QByteArray stat = file.readAll();
    const QList<QByteArray> fields = stat.mid(stat.lastIndexOf(')') + 2).split(' ');
    constexpr qsizetype startTime = 22 - 3;
    if (fields.size() <= startTime)
        return std::nullopt;
    const long ticksPerSecond = sysconf(_SC_CLK_TCK);
    timespec now{};
    if (ticksPerSecond <= 0 || clock_gettime(CLOCK_BOOTTIME, &now) != 0)
        return std::nullopt;
    const qint64 startedMs = fields.at(startTime).toLongLong() * 1000 / ticksPerSecond;
    const qint64 nowMs = qint64(now.tv_sec) * 1000 + now.tv_nsec / 1'000'000;
    return std::chrono::milliseconds(nowMs - startedMs);
#else
    return std::nullopt;
#endif
}

void rowsPainted()
{
    if (const auto since = sinceProcessStart())
        qCInfo(startup, "rows painted %lld ms after process start", static_cast<long long>(since->count()));
}

} // namespace StartupLog
