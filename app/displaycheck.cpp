#include "app/displaycheck.h"

#include <QByteArray>
#include <QCoreApplication>
#include <QtGlobal>

#include <cstdio>
#include <cstdlib>

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(DisplayCheck)
};

QString noDisplay()
{
    return Texts::tr("There is no display that this program could open a window on. Start it in a desktop "
                     "session, or in a virtual display such as xvfb-run.");
}

QtMessageHandler formerHandler = nullptr;

void endOnFatal(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    if (type == QtFatalMsg) {
        std::fprintf(stderr, "%s\n", qPrintable(noDisplay()));
        std::_Exit(EXIT_FAILURE);
    }
    const bool isAboutPlatform = context.category && qstrncmp(context.category, "qt.qpa", 6) == 0;
    if (!isAboutPlatform && formerHandler)
        formerHandler(type, context, message);
}

} // namespace

namespace DisplayCheck {

QString problem()
{
#if defined(Q_OS_UNIX) && !defined(Q_OS_MACOS)
    const QByteArray platform = qgetenv("QT_QPA_PLATFORM");
    const bool needsDisplay =
        platform.isEmpty() || platform.startsWith("xcb") || platform.startsWith("wayland");
    if (needsDisplay && qEnvironmentVariableIsEmpty("DISPLAY") &&
        qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY"))
        return noDisplay();
#endif
    return {};
}

Guard::Guard()
{
    formerHandler = qInstallMessageHandler(endOnFatal);
}

Guard::~Guard()
{
    qInstallMessageHandler(formerHandler);
}

} // namespace DisplayCheck
