#pragma once

#include "app/desktop/colorscheme.h"
#include "app/desktop/desktopbuses.h"
#include "app/desktop/desktopnotices.h"
#include "app/desktop/screenlock.h"
#include "app/single_instance/startlistener.h"
#include "models/notices/expirynotices.h"

#include <optional>

class ConsoleWindows;
class DataFolder;
class LogoutInhibitor;
class NoticeMemory;
class SettingEffects;
struct ConsoleParts;

/// What ties the open windows to the desktop around them: second starts, notices ahead of an expiry, and
/// whether the person prefers dark windows or locks the screen. Made after the windows are shown: nothing of
/// it is needed for the first rows, and what needs a bus begins when one answers.
class DesktopTies
{
public:
    DesktopTies(const DataFolder &data, const ConsoleParts &parts, ConsoleWindows &windows,
                SettingEffects &effects, NoticeMemory &memory, LogoutInhibitor &logout);

private:
    StartListener m_secondStarts;
    DesktopNotices m_desktop;
    /// From then on when there is a desktop to tell.
    std::optional<ExpiryNotices> m_expiryNotices;
    ColorScheme m_colorScheme;
    ScreenLock m_screenLock;
    DesktopBuses m_buses;
};
