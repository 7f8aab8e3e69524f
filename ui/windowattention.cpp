#include "ui/windowattention.h"

#include "models/list/refreshschedule.h"

#include <QEvent>
#include <QWidget>

WindowAttention::WindowAttention(QWidget *window, RefreshSchedule &schedule)
    : QObject(window)
    , m_window(window)
    , m_schedule(schedule)
{
    m_window->installEventFilter(this);
}

bool WindowAttention::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::WindowActivate:
        m_schedule.windowActivated();
        break;
    case QEvent::Show:
    case QEvent::Hide:
    case QEvent::WindowStateChange:
        m_schedule.setWindowShown(m_window->isVisible() && !m_window->isMinimized());
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}
