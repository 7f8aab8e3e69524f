#include "app/desktopties.h"

#include "app/secondstart.h"
#include "app/storage/datafolder.h"
#include "ui/consoleparts.h"
#include "ui/consolewindows.h"
#include "ui/settings/settingeffects.h"
#include "ui/widgets/tokenclipboard.h"

DesktopTies::DesktopTies(const DataFolder &data, const ConsoleParts &parts, ConsoleWindows &windows,
                         SettingEffects &effects, NoticeMemory &memory)
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
    QObject::connect(&m_buses, &DesktopBuses::decided, &m_buses,
                     [this, parts, &memory](const QDBusConnection &session, const QDBusConnection &system) {
                         m_colorScheme.follow(session);
                         m_screenLock.follow(session, system);
                         m_desktop.setBus(session);
                         m_expiryNotices.emplace(parts.list, parts.connection, parts.settings, m_desktop,
                                                 memory);
                         m_expiryNotices->look();
                     });
    m_buses.connectInBackground();
}
