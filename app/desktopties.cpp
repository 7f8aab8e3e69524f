#include "app/desktopties.h"

#include "app/desktop/logoutinhibitor.h"
#include "app/secondstart.h"
#include "app/storage/datafolder.h"
#include "models/creation/tokencreations.h"
#include "ui/consoleparts.h"
#include "ui/consolewindows.h"
#include "ui/settings/settingeffects.h"
#include "ui/widgets/tokenclipboard.h"

#include <QGuiApplication>
#include <QSessionManager>

DesktopTies::DesktopTies(const DataFolder &data, const ConsoleParts &parts, ConsoleWindows &windows,
                         SettingEffects &effects, NoticeMemory &memory, LogoutInhibitor &logout)
    : m_secondStarts([&parts, &windows](const StartRequest &request) {
        return SecondStart::answer(request, parts.connection, windows);
    })
{
    m_secondStarts.listen(data.path());
    QObject::connect(&m_desktop, &Notices::pressed, &windows, &ConsoleWindows::comeForward);
    QObject::connect(&m_colorScheme, &ColorScheme::preferred, &effects,
                     &SettingEffects::setDesktopPrefersDark);
    QObject::connect(&m_colorScheme, &ColorScheme::highContrastPreferred, &effects,
                     &SettingEffects::setDesktopPrefersHighContrast);
    QObject::connect(&m_screenLock, &ScreenLock::locked, &windows, &ConsoleWindows::maskTokens);
    QObject::connect(&m_screenLock, &ScreenLock::locked, &parts.clipboard, &TokenClipboard::clearNow);
    QObject::connect(
        &m_buses, &DesktopBuses::decided, &m_buses,
        [this, parts, &memory, &logout](const QDBusConnection &session, const QDBusConnection &system) {
            m_colorScheme.follow(session);
            m_screenLock.follow(session, system);
            logout.setBuses(session, system);
            m_desktop.setBus(session);
            m_expiryNotices.emplace(parts.list, parts.connection, parts.settings, m_desktop, memory);
            m_expiryNotices->look();
        });
    m_buses.connectInBackground();
    // X11's session management, and Windows'. The answer counts only while this runs.
    QObject::connect(
        qGuiApp, &QGuiApplication::commitDataRequest, &windows,
        [&creations = parts.creations, &windows](QSessionManager &session) {
            if (!creations.unfinished() || !session.allowsInteraction())
                return;
            session.cancel();
            windows.askBeforeLogout();
        },
        Qt::DirectConnection);
}
