#pragma once

#include <QSize>
#include <QStringList>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

/// Whether a window can still be used when it is small.
namespace SmallWindow {

/// The least that every window has to be usable at, in logical pixels.
inline constexpr QSize size(640, 400);

/// As a person who drags its corner.
void resizeByHand(QWidget *window, const QSize &size);

/// One sentence for each thing that is wrong with a visible window: controls that cannot be scrolled into
/// view, buttons of the foot outside of it, texts that are cut off, widgets over each other.
QStringList faults(QWidget *window);

/// Presses Tab until the first control comes again; one sentence for each control that then cannot be seen.
QStringList tabFaults(QWidget *window);

} // namespace SmallWindow
