#pragma once

#include "tests/ui/support/consolefixture.h"
#include "tests/ui/support/controls.h"
#include "ui/connections/connectionsdialog.h"
#include "ui/widgets/dropdownbutton.h"
#include "ui/widgets/tokenedit.h"

#include <QAction>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPointer>
#include <QTest>

/// The dialog over "Production", which is open, "Staging" and the local workspace.
struct ShownConnections
{
    ConsoleFixture world;
    QWidget window;
    QPointer<ConnectionsDialog> dialog;

    explicit ShownConnections(bool hasKeychain = true)
    {
        if (!hasKeychain)
            world.vault.failWith(Error(ErrorKind::KeychainMissing));
        add(QStringLiteral("Production"), QStringLiteral("https://api.example.org"));
        add(QStringLiteral("Staging"), QStringLiteral("https://staging.example.org"));
        world.connection.open(keyOf(QStringLiteral("Production")));
        if (!QTest::qWaitFor([this] { return world.connection.api() != nullptr; }))
            qFatal("the connection does not open");
        world.list.setApi(world.connection.api());
        world.list.refresh();
        if (!QTest::qWaitFor([this] { return world.list.state() == AccountList::State::Loaded; }))
            qFatal("the list is not read");
        window.resize(1000, 800);
        window.show();
        dialog = new ConnectionsDialog(world.parts, &window);
        dialog->open();
        if (!QTest::qWaitForWindowActive(dialog))
            qFatal("the dialog does not become active");
    }

    void add(const QString &name, const QString &address)
    {
        Connection server;
        server.kind = Connection::Kind::Server;
        server.name = name;
        server.target.address = QUrl(address);
        if (!world.connection.add(server, SecretText::fromUtf8("token of " + name.toUtf8())))
            qFatal("a connection is not kept");
        QTest::qWait(0);
    }

    QString keyOf(const QString &name) { return world.connection.keyOf(name); }
    Connection kept(const QString &name) { return world.connection.find(keyOf(name)).value(); }
    QListView *list() { return Controls::get<QListView>(dialog, QStringLiteral("Connections")); }
    QString row(int at) { return list()->model()->index(at, 0).data().toString(); }
    void choose(const QString &beginning)
    {
        for (int at = 0; at < list()->model()->rowCount(); ++at) {
            if (row(at).startsWith(beginning + u','))
                list()->setCurrentIndex(list()->model()->index(at, 0));
        }
    }
    QLineEdit *edit(const QString &name) { return Controls::get<QLineEdit>(dialog, name); }
    TokenEdit *token() { return Controls::get<TokenEdit>(dialog, QStringLiteral("Token")); }
    void press(const QString &button) { Controls::press(dialog, button); }
    bool says(const QString &text) { return Controls::says(dialog, text); }
    void openAdvanced()
    {
        if (!Controls::find(dialog, QStringLiteral("Resource path")))
            press(QStringLiteral("Advanced"));
    }
    void pick(const QString &dropDown, const QString &choice)
    {
        for (QAction *action : Controls::get<DropDownButton>(dialog, dropDown)->choices()->actions()) {
            if (action->text() == choice)
                action->trigger();
        }
    }
};
