#pragma once

#include <QString>

/// Qt ends a program without a display by abort(), with a core file. This ends it by one sentence and
/// status 1.
namespace DisplayCheck {

/// Before QApplication is made. Empty when there seems to be a display; else the translated sentence.
QString problem();

/// While it lives, a display that cannot be opened ends the process with that sentence and status 1 instead
/// of an abort, and Qt's own lines about it are left out. For the making of QApplication only.
class Guard
{
public:
    Guard();
    ~Guard();
    Guard(const Guard &) = delete;
    Guard &operator=(const Guard &) = delete;
};

} // namespace DisplayCheck
