#include "tests/ui/widgets/still.h"

#include <QAbstractButton>
#include <QTest>
#include <QVBoxLayout>

QPixmap still(const std::function<QWidget *()> &make, ControlState state)
{
    QWidget window;
    auto *column = new QVBoxLayout(&window);
    column->setContentsMargins(0, 0, 0, 0);
    QWidget *control = make();
    column->addWidget(control);
    window.setFocusPolicy(Qt::StrongFocus);
    window.show();
    window.activateWindow();
    if (!QTest::qWaitForWindowActive(&window))
        qWarning("The window of a still did not become active");
    window.setFocus();
    // The pointer of a virtual screen may lie over it.
    control->setAttribute(Qt::WA_UnderMouse, state == ControlState::Hover);
    auto *button = qobject_cast<QAbstractButton *>(control);
    switch (state) {
    case ControlState::Normal:
    case ControlState::Hover:
        break;
    case ControlState::Pressed:
        if (button)
            button->setDown(true);
        break;
    case ControlState::Focus:
        control->setFocus(Qt::TabFocusReason);
        break;
    case ControlState::Disabled:
        control->setEnabled(false);
        break;
    }
    return window.grab();
}
