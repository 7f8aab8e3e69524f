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
        {.setting = Setting::Theme,
         .key = QLatin1StringView("theme"),
         .type = Type::Word,
         .fallback = static_cast<int>(ThemeChoice::System),
         .least = 0,
         .most = 2,
         .offered = {0, 1, 2},
         .words = {QLatin1StringView("system"), QLatin1StringView("light"), QLatin1StringView("dark")},
         .group = Group::Appearance,
         .label = [] { return Texts::tr("Theme"); },
         .explanation = none,
         .valueText = themeText},
        {.setting = Setting::RefreshMinutes,
         .key = QLatin1StringView("refresh_minutes"),
         .type = Type::Number,
         .fallback = 5,
         .least = 0,
         .most = 1440,
         .offered = {0, 1, 5, 15, 60},
         .group = Group::Appearance,
         .label = [] { return Texts::tr("Refresh the list every"); },
         .explanation = none,
         .valueText =
             [](int value) {
                 return value == 0 ? Texts::tr("Only on request") : Texts::tr("%n minute(s)", nullptr, value);
             }},
        {.setting = Setting::ClipboardSeconds,
         .key = QLatin1StringView("clipboard_seconds"),
         .type = Type::Number,
         .fallback = 30,
         .least = 5,
         .most = 600,
         .offered = {10, 30, 60, 120},
         .group = Group::Secrets,
         .label = [] { return Texts::tr("Clear the clipboard after"); },
         .explanation =
             [] { return Texts::tr("A copied token is removed when nothing else was copied meanwhile."); },
         .valueText = [](int value) { return Texts::tr("%n second(s)", nullptr, value); }},
        {.setting = Setting::HideAfterMinutes,
         .key = QLatin1StringView("hide_after_minutes"),
         .type = Type::Number,
         .fallback = 5,
         .least = 1,
         .most = 60,
         .offered = {1, 2, 5, 15},
         .group = Group::Secrets,
         .label = [] { return Texts::tr("Hide tokens after"); },
         .explanation =
             [] { return Texts::tr("A shown token is masked again, also when the screen locks."); },
         .valueText = [](int value) { return Texts::tr("%n idle minute(s)", nullptr, value); }},
        {.setting = Setting::ExpiringSoonDays,
         .key = QLatin1StringView("expiring_soon_days"),
         .type = Type::Number,
         .fallback = 14,
         .least = 1,
         .most = 365,
         .offered = {7, 14, 30, 60},
         .group = Group::Notices,
         .label = [] { return Texts::tr("Expiring soon means within"); },
         .explanation = none,
         .valueText = days},
        {.setting = Setting::DesktopNotices,
         .key = QLatin1StringView("desktop_notices"),
         .type = Type::Flag,
         .fallback = 1,
         .least = 0,
         .most = 1,
         .offered = {0, 1},
         .group = Group::Notices,
         .label = [] { return Texts::tr("Desktop notices"); },
         .explanation = none,
         .valueText = onOff},
        {.setting = Setting::NoticeDays,
         .key = QLatin1StringView("notice_days"),
         .type = Type::Number,
         .fallback = 14,
         .least = 1,
         .most = 365,
         .offered = {1, 3, 7, 14, 30},
         .group = Group::Notices,
         .label = [] { return Texts::tr("Tell me before a token expires"); },
         .explanation = none,
         .valueText = days},
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
