#pragma once

#include <QLatin1StringView>
#include <QList>
#include <QString>

#include <array>

/// What a person can choose for the whole program, whatever connection is open.
enum class Setting {
    Theme,            ///< A ThemeChoice.
    RefreshMinutes,   ///< 0: the list is read again on request and on focus only.
    ClipboardSeconds, ///< How long a copied token stays on the clipboard.
    HideAfterMinutes, ///< Without input, until a shown token is masked again.
    ExpiringSoonDays, ///< Up to and including so many times 24 h ahead an end is "soon".
    DesktopNotices,   ///< 0 or 1.
    NoticeDays,       ///< How long before a token expires the person is told.
};

enum class ThemeChoice { System, Light, Dark };

/// One row of the table of settings: a new setting is one more of them. Every value is a whole number; what
/// it is in the file follows from the type.
struct SettingInfo
{
    enum class Type {
        Number,
        Flag, ///< true or false in the file.
        Word, ///< One of words in the file; the value is its place among them.
    };
    enum class Group { Appearance, Secrets, Notices };

    Setting setting = {};
    QLatin1StringView key;
    Type type = Type::Number;
    int fallback = 0;
    /// Inclusive. What lies outside, in a file that somebody edited, counts as the fallback.
    int least = 0;
    int most = 0;
    /// What the window offers. A value of the file that is not among them is offered as well.
    QList<int> offered;
    QList<QLatin1StringView> words = {};
    Group group = Group::Appearance;
    /// Translated, as is all below. The label is the name of the control.
    QString (*label)() = nullptr;
    /// Under the label; empty for none.
    QString (*explanation)() = nullptr;
    /// "30 seconds", "System"
    QString (*valueText)(int) = nullptr;

    bool takes(int value) const { return value >= least && value <= most; }
};

inline constexpr int settingTotal = 7;

/// In the order in which the window shows them.
const std::array<SettingInfo, settingTotal> &settingTable();
const SettingInfo &settingInfo(Setting setting);
QString settingGroupText(SettingInfo::Group group);
