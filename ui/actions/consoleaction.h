#pragma once

#include <QKeySequence>
#include <QLatin1StringView>
#include <QString>

#include <array>

/// Everything that a person can tell the main window to do.
enum class ConsoleAction {
    NewServiceAccount,
    Export,
    Connections,
    UseAnotherToken,
    Welcome,
    Quit,
    Edit,
    Duplicate,
    CopyName,
    CopyRows,
    AddRole,
    RemoveRole,
    Delete,
    SelectAll,
    ClearSelection,
    Settings,
    Search,
    ClearFilters,
    Refresh,
    Stop,
    ShowDetails,
    ShowChart,
    ExactTimes,
    Columns,
    CommandPalette,
    Shortcuts,
    About,
};

/// One row of the table of actions: menus, palette and the sheet of shortcuts are made from it.
struct ConsoleActionInfo
{
    enum class Menu { File, Edit, View, Help };
    /// Where its shortcut works.
    enum class Keys {
        Window,
        Table, ///< The table acts on it itself while it has the focus; elsewhere the key has its own meaning.
    };

    ConsoleAction action = {};
    Menu menu = Menu::File;
    /// A line above it in its menu.
    bool beginsGroup = false;
    /// Translated, as is all below; with its mnemonic, which is its own in its menu.
    QString (*text)() = nullptr;
    /// Of Icons.
    QLatin1StringView icon;
    QKeySequence shortcut = {};
    Keys keys = Keys::Window;
    bool isCheckable = false;
    /// For the palette, of what is done to one account: "Edit %1". nullptr for all other actions.
    QString (*textOfAccount)(const QString &name) = nullptr;
};

inline constexpr int consoleActionTotal = 27;

/// In the order in which the menus hold them; the place of an action is its number.
const std::array<ConsoleActionInfo, consoleActionTotal> &consoleActionTable();

/// "&File"
QString menuTitle(ConsoleActionInfo::Menu menu);
inline constexpr std::array allMenus{ConsoleActionInfo::Menu::File, ConsoleActionInfo::Menu::Edit,
                                     ConsoleActionInfo::Menu::View, ConsoleActionInfo::Menu::Help};
