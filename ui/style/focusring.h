#pragma once

#include <QtGlobal>

QT_BEGIN_NAMESPACE
class QObject;
class QEvent;
class QStyleOption;
class QWidget;
QT_END_NAMESPACE

/// Buttons show their focus when it came by anything but the mouse. Qt's own flag (WA_KeyboardFocusChange)
/// knows only Tab, and not the "No" that has the focus when a window opens.
namespace FocusRing {

/// To be told of every event of the program; remembers how a button got its focus.
void watch(QObject *watched, QEvent *event);

bool isShown(const QStyleOption *option, const QWidget *widget);

} // namespace FocusRing
