#pragma once

#include <QStringList>

/// Whether the buses answer, asked before anybody else looks for them: libdbus waits without end for one that
/// takes a connection and says nothing, and Qt's own view for screen readers makes it wait where the windows
/// are.
namespace BusCheck {

/// Before QApplication is made. This process has none of those that say nothing for 2 s from now on; gives
/// the variables that name them.
QStringList leaveOutSilentBuses();

} // namespace BusCheck
