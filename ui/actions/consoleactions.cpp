#include "ui/actions/consoleactions.h"

#include "ui/style/controltraits.h"
#include "ui/style/icons.h"

#include <QAction>
#include <QMenu>
#include <QMenuBar>

ConsoleActions::ConsoleActions(QWidget *window)
    : QObject(window)
    , m_reasons(consoleActionTotal)
{
    m_actions.reserve(consoleActionTotal);
    for (const ConsoleActionInfo &info : consoleActionTable()) {
        auto *action = new QAction(info.text(), this);
        action->setIcon(
            Icons::icon(info.icon, info.action == ConsoleAction::Delete ? Token::Bad : Token::Text2));
        action->setShortcut(info.shortcut);
        action->setCheckable(info.isCheckable);
        // On macOS words like "Settings" would move the action into another menu.
        action->setMenuRole(QAction::NoRole);
        if (info.keys == ConsoleActionInfo::Keys::Table)
            // Shown beside the words only: no other widget than the table is to lose its Delete or Enter.
            action->setShortcutContext(Qt::WidgetShortcut);
        m_actions.append(action);
    }
    setBadAction(of(ConsoleAction::Delete), true);
    window->addActions(m_actions);
}

void ConsoleActions::trigger(ConsoleAction action) const
{
    of(action)->trigger();
}

void ConsoleActions::setReasonAgainst(ConsoleAction action, const QString &reason)
{
    m_reasons[static_cast<int>(action)] = reason;
    of(action)->setEnabled(reason.isEmpty());
}

void ConsoleActions::fill(QMenuBar *bar) const
{
    for (const ConsoleActionInfo::Menu place : allMenus) {
        QMenu *menu = bar->addMenu(menuTitle(place));
        for (const ConsoleActionInfo &info : consoleActionTable()) {
            if (info.menu != place)
                continue;
            if (info.beginsGroup)
                menu->addSeparator();
            menu->addAction(of(info.action));
        }
    }
}
