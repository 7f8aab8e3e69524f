#include "tests/ui/pages/shownwindows.h"

#include "tests/ui/support/controls.h"
#include "ui/about/aboutdialog.h"
#include "ui/actions/shortcutsdialog.h"
#include "ui/connections/connectionsdialog.h"
#include "ui/connections/usetokendialog.h"
#include "ui/settings/settingsdialog.h"
#include "ui/welcome/welcomewindow.h"

#include <QListView>

using namespace Qt::StringLiterals;

namespace {

template <class T>
T *shown(T *window)
{
    window->show();
    return window;
}

QWidget *showLicences(ConsoleFixture &world, QWidget *over)
{
    auto *dialog = shown(new AboutDialog(world.parts, over));
    Controls::press(dialog, u"Licences"_s);
    return dialog;
}

QWidget *showConnections(ConsoleFixture &world, QWidget *over)
{
    return shown(new ConnectionsDialog(world.parts, over));
}

QWidget *showServer(ConsoleFixture &world, QWidget *over)
{
    Connection server;
    server.kind = Connection::Kind::Server;
    server.name = u"Production"_s;
    server.target.address = QUrl(u"https://api.example.org"_s);
    static_cast<void>(world.connection.add(server, SecretText::fromUtf8("a token")));
    auto *dialog = new ConnectionsDialog(world.parts, over);
    dialog->show();
    auto *list = dialog->findChild<QListView *>();
    list->setCurrentIndex(list->model()->index(1, 0));
    Controls::press(dialog, u"Advanced"_s);
    return dialog;
}

} // namespace

const QList<ShownWindow> &shownWindows()
{
    static const QList<ShownWindow> all = {
        {u"welcome"_s,
         [](ConsoleFixture &world, QWidget *) { return shown(new WelcomeWindow(world.parts)); }},
        {u"about"_s,
         [](ConsoleFixture &world, QWidget *over) { return shown(new AboutDialog(world.parts, over)); }},
        {u"about-licences"_s, showLicences},
        {u"settings"_s, [](ConsoleFixture &world,
                           QWidget *over) { return shown(new SettingsDialog(world.settings, over)); }},
        {u"keyboard-shortcuts"_s,
         [](ConsoleFixture &, QWidget *over) { return shown(new ShortcutsDialog(over)); }},
        {u"connections-local"_s, showConnections},
        {u"connections-advanced"_s, showServer},
        {u"use-another-token"_s, [](ConsoleFixture &world, QWidget *over) {
             return shown(new UseTokenDialog(world.connection, world.apis, over));
         }}};
    return all;
}
