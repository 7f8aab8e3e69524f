#include "ui/pages/rowmenu.h"

#include "ui/style/controltraits.h"
#include "ui/style/icons.h"

#include <QAction>

namespace {

/// Shown beside the words only: the table itself acts on its keys.
void showKey(QAction *action, const QKeySequence &key)
{
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetShortcut);
    action->setShortcutVisibleInContextMenu(true);
}

} // namespace

RowMenu::RowMenu(QWidget *parent)
    : QMenu(parent)
{
    QAction *edit = addAction(Icons::icon(QStringLiteral("pencil")), tr("Edit"));
    showKey(edit, QKeySequence(Qt::Key_Enter));
    connect(edit, &QAction::triggered, this, [this] { Q_EMIT editChosen(m_accountId); });

    QAction *copy = addAction(Icons::icon(QStringLiteral("copy")), tr("Copy Name"));
    showKey(copy, QKeySequence(Qt::CTRL | Qt::Key_C));
    connect(copy, &QAction::triggered, this, [this] { Q_EMIT copyNameChosen(m_accountId); });

    QAction *duplicate = addAction(Icons::icon(QStringLiteral("copy-plus")), tr("Duplicate…"));
    showKey(duplicate, QKeySequence(Qt::CTRL | Qt::Key_D));
    connect(duplicate, &QAction::triggered, this, [this] { Q_EMIT duplicateChosen(m_accountId); });

    addSeparator();
    m_delete = addAction(Icons::icon(QStringLiteral("trash-2"), Token::Bad), tr("Delete"));
    setBadAction(m_delete, true);
    showKey(m_delete, QKeySequence(Qt::Key_Delete));
    connect(m_delete, &QAction::triggered, this, [this] { Q_EMIT deleteChosen(m_accountId); });
}

void RowMenu::openFor(const QString &accountId, const QPoint &globalPosition, const QString &deleteForbidden)
{
    m_accountId = accountId;
    setForbidden(m_delete, deleteForbidden);
    popup(globalPosition);
}
