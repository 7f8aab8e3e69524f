#include "ui/actions/consoleaction.h"

#include <QCoreApplication>

namespace {

using Action = ConsoleAction;
using Menu = ConsoleActionInfo::Menu;
using Keys = ConsoleActionInfo::Keys;
using Icon = QLatin1StringView;

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(ConsoleActions)
};

QKeySequence ctrl(Qt::Key key)
{
    return QKeySequence(Qt::CTRL | key);
}

} // namespace

const std::array<ConsoleActionInfo, consoleActionTotal> &consoleActionTable()
{
    static const std::array<ConsoleActionInfo, consoleActionTotal> table{{
        {Action::NewServiceAccount, Menu::File, false, [] { return Texts::tr("&New Service Account"); },
         Icon("plus"), ctrl(Qt::Key_N)},
        {Action::Export, Menu::File, false, [] { return Texts::tr("&Export…"); }, Icon("download")},
        {Action::Connections, Menu::File, true, [] { return Texts::tr("&Connections…"); }, Icon("plug")},
        {Action::UseAnotherToken, Menu::File, false, [] { return Texts::tr("&Use Another Token…"); },
         Icon("key-round")},
        {Action::Welcome, Menu::File, false, [] { return Texts::tr("&Welcome…"); }, Icon("server")},
        {Action::Quit, Menu::File, true, [] { return Texts::tr("&Quit"); }, Icon("x"), ctrl(Qt::Key_Q)},

        {Action::Edit, Menu::Edit, false, [] { return Texts::tr("&Edit"); }, Icon("pencil"),
         QKeySequence(Qt::Key_Enter), Keys::Table, false,
         [](const QString &name) { return Texts::tr("Edit %1").arg(name); }},
        {Action::Duplicate, Menu::Edit, false, [] { return Texts::tr("Dup&licate…"); }, Icon("copy-plus"),
         ctrl(Qt::Key_D), Keys::Table, false,
         [](const QString &name) { return Texts::tr("Duplicate %1…").arg(name); }},
        {Action::CopyName, Menu::Edit, false, [] { return Texts::tr("Copy &Name"); }, Icon("copy"),
         ctrl(Qt::Key_C), Keys::Table, false,
         [](const QString &name) { return Texts::tr("Copy the Name %1").arg(name); }},
        {Action::CopyRows, Menu::Edit, false, [] { return Texts::tr("Copy Ro&ws"); }, Icon("copy"),
         QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C)},
        {Action::AddRole, Menu::Edit, true, [] { return Texts::tr("Add &Role…"); }, Icon("plus")},
        {Action::RemoveRole, Menu::Edit, false, [] { return Texts::tr("Re&move Role…"); }, Icon("minus")},
        {Action::Delete, Menu::Edit, false, [] { return Texts::tr("&Delete…"); }, Icon("trash-2"),
         QKeySequence(Qt::Key_Delete), Keys::Table, false,
         [](const QString &name) { return Texts::tr("Delete %1…").arg(name); }},
        {Action::SelectAll, Menu::Edit, true, [] { return Texts::tr("Select &All"); }, Icon("check"),
         ctrl(Qt::Key_A), Keys::Table},
        {Action::ClearSelection, Menu::Edit, false, [] { return Texts::tr("Clear Selec&tion"); }, Icon("x"),
         QKeySequence(Qt::Key_Escape), Keys::Table},
        {Action::Settings, Menu::Edit, true, [] { return Texts::tr("&Settings…"); }, Icon("settings"),
         ctrl(Qt::Key_Comma)},

        {Action::Search, Menu::View, false, [] { return Texts::tr("&Search"); }, Icon("search"),
         ctrl(Qt::Key_F)},
        {Action::ClearFilters, Menu::View, false, [] { return Texts::tr("Clear &Filters"); },
         Icon("search-x")},
        {Action::Refresh, Menu::View, false, [] { return Texts::tr("&Refresh"); }, Icon("refresh-cw"),
         QKeySequence(Qt::Key_F5)},
        {Action::Stop, Menu::View, false, [] { return Texts::tr("S&top Loading"); }, Icon("circle-x"),
         ctrl(Qt::Key_Period)},
        {Action::ShowDetails,
         Menu::View,
         true,
         [] { return Texts::tr("&Details"); },
         Icon("panel-right"),
         {},
         Keys::Window,
         true},
        {Action::ShowChart,
         Menu::View,
         false,
         [] { return Texts::tr("E&xpirations Ahead"); },
         Icon("calendar-clock"),
         {},
         Keys::Window,
         true},
        {Action::ExactTimes,
         Menu::View,
         false,
         [] { return Texts::tr("&Exact Times"); },
         Icon("history"),
         {},
         Keys::Window,
         true},
        {Action::Columns, Menu::View, false, [] { return Texts::tr("&Columns…"); }, Icon("columns-3")},
        {Action::CommandPalette, Menu::View, true, [] { return Texts::tr("Command &Palette"); },
         Icon("search"), ctrl(Qt::Key_K)},

        {Action::Shortcuts, Menu::Help, false, [] { return Texts::tr("&Keyboard Shortcuts"); },
         Icon("circle-help"), QKeySequence(Qt::Key_F1)},
        {Action::About, Menu::Help, false, [] { return Texts::tr("&About"); }, Icon("info")},
    }};
    return table;
}

QString menuTitle(ConsoleActionInfo::Menu menu)
{
    switch (menu) {
    case Menu::File:
        return Texts::tr("&File");
    case Menu::Edit:
        return Texts::tr("&Edit");
    case Menu::View:
        return Texts::tr("&View");
    case Menu::Help:
        return Texts::tr("&Help");
    }
    Q_UNREACHABLE();
}
