#include "models/settings/setting.h"

#include <QCoreApplication>

namespace {

using Type = SettingInfo::Type;
using Group = SettingInfo::Group;

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Settings)
};

QString none()
{
    return {};
}

QString onOff(int value)
{
    return value == 0 ? Texts::tr("Off") : Texts::tr("On");
}

QString days(int value)
{
    return Texts::tr("%n day(s)", nullptr, value);
}

QString themeText(int value)
{
    switch (static_cast<ThemeChoice>(value)) {
    case ThemeChoice::System:
        return Texts::tr("System");
    case ThemeChoice::Light:
        return Texts::tr("Light");
    case ThemeChoice::Dark:
        return Texts::tr("Dark");
    }
    return {};
}

} // namespace

const std::array<SettingInfo, settingTotal> &settingTable()
{
    static const std::array<SettingInfo, settingTotal> table{{
        {Setting::Theme,
         QLatin1StringView("theme"),
         Type::Word,
         static_cast<int>(ThemeChoice::System),
         0,
         2,
         {0, 1, 2},
         {QLatin1StringView("system"), QLatin1StringView("light"), QLatin1StringView("dark")},
         Group::Appearance,
         [] { return Texts::tr("Theme"); },
         none,
         themeText},
        {Setting::RefreshMinutes,
         QLatin1StringView("refresh_minutes"),
         Type::Number,
         5,
         0,
         1440,
         {0, 1, 5, 15, 60},
         {},
         Group::Appearance,
         [] { return Texts::tr("Refresh the list every"); },
         none,
         [](int value) {
             return value == 0 ? Texts::tr("Only on request") : Texts::tr("%n minute(s)", nullptr, value);
         }},
        {Setting::ClipboardSeconds,
         QLatin1StringView("clipboard_seconds"),
         Type::Number,
         30,
         5,
         600,
         {10, 30, 60, 120},
         {},
         Group::Secrets,
         [] { return Texts::tr("Clear the clipboard after"); },
         [] { return Texts::tr("A copied token is removed when nothing else was copied meanwhile."); },
         [](int value) { return Texts::tr("%n second(s)", nullptr, value); }},
        {Setting::HideAfterMinutes,
         QLatin1StringView("hide_after_minutes"),
         Type::Number,
         5,
         1,
         60,
         {1, 2, 5, 15},
         {},
         Group::Secrets,
         [] { return Texts::tr("Hide tokens after"); },
         [] { return Texts::tr("A shown token is masked again, also when the screen locks."); },
         [](int value) { return Texts::tr("%n idle minute(s)", nullptr, value); }},
        {Setting::ExpiringSoonDays,
         QLatin1StringView("expiring_soon_days"),
         Type::Number,
         14,
         1,
         365,
         {7, 14, 30, 60},
         {},
         Group::Notices,
         [] { return Texts::tr("Expiring soon means within"); },
         none,
         days},
        {Setting::DesktopNotices,
         QLatin1StringView("desktop_notices"),
         Type::Flag,
         1,
         0,
         1,
         {0, 1},
         {},
         Group::Notices,
         [] { return Texts::tr("Desktop notices"); },
         none,
         onOff},
        {Setting::NoticeDays,
         QLatin1StringView("notice_days"),
         Type::Number,
         14,
         1,
         365,
         {1, 3, 7, 14, 30},
         {},
         Group::Notices,
         [] { return Texts::tr("Tell me before a token expires"); },
         none,
         days},
    }};
    return table;
}

const SettingInfo &settingInfo(Setting setting)
{
    return settingTable()[static_cast<size_t>(setting)];
}

QString settingGroupText(SettingInfo::Group group)
{
    switch (group) {
    case Group::Appearance:
        return Texts::tr("Appearance");
    case Group::Secrets:
        return Texts::tr("Secrets");
    case Group::Notices:
        return Texts::tr("Notices");
    }
    return {};
}
