#pragma once

#include <QStringList>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

/// What a screen reader meets in a window.
namespace AccessibleWalk {

/// A line "role: name" for each visible control that one can use; rows and cells of tables are left out.
QStringList controls(QWidget *window);

/// Those without a name, and those that two controls share: empty when every control can be told by role and
/// name.
QStringList unclear(QWidget *window);

} // namespace AccessibleWalk
