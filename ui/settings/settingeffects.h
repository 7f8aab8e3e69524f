#pragma once

#include "models/settings/setting.h"

#include <QObject>

#include <optional>

class AccountList;
class ConsoleStyle;
class Settings;
class TokenClipboard;

/// What obeys the settings for the whole program: the theme, the clipboard's time, and what "expiring soon"
/// means. Applies all of them when it is made, and each as it is changed.
class SettingEffects final : public QObject
{
    Q_OBJECT

public:
    /// All must outlive it. @p style may be nullptr where there is none of ours.
    SettingEffects(Settings &settings, ConsoleStyle *style, TokenClipboard &clipboard, AccountList &list,
                   QObject *parent = nullptr);

public Q_SLOTS:
    /// What the desktop prefers, as far as it says so: it decides while the theme is the system's. Nothing
    /// where it does not say so any more.
    void setDesktopPrefersDark(std::optional<bool> dark);
    /// Whatever the theme is.
    void setDesktopPrefersHighContrast(bool high);

private:
    void apply(Setting setting);
    void applyTheme();

    Settings &m_settings;
    ConsoleStyle *m_style;
    TokenClipboard &m_clipboard;
    AccountList &m_list;
    std::optional<bool> m_desktopPrefersDark;
};
