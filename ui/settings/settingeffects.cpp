#include "ui/settings/settingeffects.h"

#include "models/list/accountlist.h"
#include "models/ports/settings.h"
#include "ui/style/consolestyle.h"
#include "ui/widgets/tokenclipboard.h"

using namespace std::chrono_literals;

SettingEffects::SettingEffects(Settings &settings, ConsoleStyle *style, TokenClipboard &clipboard,
                               AccountList &list, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_style(style)
    , m_clipboard(clipboard)
    , m_list(list)
{
    for (const SettingInfo &info : settingTable())
        apply(info.setting);
    connect(&m_settings, &Settings::changed, this, &SettingEffects::apply);
}

void SettingEffects::setDesktopPrefersDark(std::optional<bool> dark)
{
    m_desktopPrefersDark = dark;
    applyTheme();
}

void SettingEffects::setDesktopPrefersHighContrast(bool high)
{
    if (m_style)
        m_style->setHighContrast(high);
}

void SettingEffects::apply(Setting setting)
{
    switch (setting) {
    case Setting::Theme:
        applyTheme();
        return;
    case Setting::ClipboardSeconds:
        m_clipboard.setHold(std::chrono::seconds(m_settings.value(setting)));
        return;
    case Setting::ExpiringSoonDays:
        m_list.model()->setSoon(m_settings.value(setting) * 24h);
        return;
    // Who shows a token, reads the list or tells of an end looks at these itself.
    case Setting::HideAfterMinutes:
    case Setting::RefreshMinutes:
    case Setting::DesktopNotices:
    case Setting::NoticeDays:
        return;
    }
}

void SettingEffects::applyTheme()
{
    if (!m_style)
        return;
    std::optional<Theme> theme;
    switch (static_cast<ThemeChoice>(m_settings.value(Setting::Theme))) {
    case ThemeChoice::Light:
        theme = Theme::Light;
        break;
    case ThemeChoice::Dark:
        theme = Theme::Dark;
        break;
    case ThemeChoice::System:
        if (m_desktopPrefersDark)
            theme = *m_desktopPrefersDark ? Theme::Dark : Theme::Light;
        break;
    }
    m_style->setTheme(theme);
}
