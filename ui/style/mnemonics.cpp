#include "ui/style/mnemonics.h"

#include <QAbstractButton>
#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QTimer>

void Mnemonics::watch(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::ShortcutOverride:
        if (static_cast<QKeyEvent *>(event)->key() == Qt::Key_Alt) {
            m_isAltDown = true;
            show(true);
        }
        break;
    case QEvent::KeyRelease:
        if (static_cast<QKeyEvent *>(event)->key() == Qt::Key_Alt) {
            m_isAltDown = false;
            // Alt alone goes to the menu bar, which has not got the focus yet.
            QTimer::singleShot(0, this, &Mnemonics::hideUnlessInMenus);
        }
        break;
    case QEvent::FocusOut:
        if (qobject_cast<QMenuBar *>(watched))
            QTimer::singleShot(0, this, &Mnemonics::hideUnlessInMenus);
        break;
    case QEvent::Hide:
        if (qobject_cast<QMenu *>(watched))
            QTimer::singleShot(0, this, &Mnemonics::hideUnlessInMenus);
        break;
    case QEvent::MouseButtonPress:
    case QEvent::ApplicationDeactivate:
        m_isAltDown = false;
        show(false);
        break;
    default:
        break;
    }
}

void Mnemonics::hideUnlessInMenus()
{
    const bool isInMenus = qobject_cast<QMenu *>(QApplication::activePopupWidget()) ||
                           qobject_cast<QMenuBar *>(QApplication::focusWidget());
    if (!m_isAltDown && !isInMenus)
        show(false);
}

void Mnemonics::show(bool shown)
{
    if (shown == m_areShown)
        return;
    m_areShown = shown;
    for (QWidget *widget : QApplication::allWidgets()) {
        if (qobject_cast<QMenuBar *>(widget) || qobject_cast<QMenu *>(widget) ||
            qobject_cast<QLabel *>(widget) || qobject_cast<QAbstractButton *>(widget))
            widget->update();
    }
}
