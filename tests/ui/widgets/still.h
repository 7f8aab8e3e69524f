#pragma once

#include <QPixmap>

#include <functional>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

enum class ControlState { Normal, Hover, Pressed, Focus, Disabled };

/// A picture of a control in a state, at the screen's pixel ratio: only one real control can have the focus
/// at a time.
QPixmap still(const std::function<QWidget *()> &make, ControlState state);
