#pragma once

#include <QObject>

class RefreshSchedule;

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

/// Tells the schedule when somebody comes to a window, and whether the window can be seen at all.
class WindowAttention final : public QObject
{
    Q_OBJECT

public:
    /// Owned by @p window.
    WindowAttention(QWidget *window, RefreshSchedule &schedule);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *m_window;
    RefreshSchedule &m_schedule;
};
