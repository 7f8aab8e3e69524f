#pragma once

#include <QCoreApplication>
#include <QProcess>

enum class MainLoop { GLib, OfQt };

/// Starts this test program once more: a process keeps the session bus and the main loop that it began with.
inline void startAgain(QProcess &process, const QStringList &arguments, MainLoop loop)
{
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    auto environment = QProcessEnvironment::systemEnvironment();
    if (loop == MainLoop::OfQt)
        environment.insert(QStringLiteral("QT_NO_GLIB"), QStringLiteral("1"));
    process.setProcessEnvironment(environment);
    process.start(QCoreApplication::applicationFilePath(), arguments);
}
