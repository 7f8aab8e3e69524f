#pragma once

#include <QString>

#include <functional>

/// One line of the command palette.
struct PaletteEntry
{
    QString text;
    /// Of Icons.
    QString icon;
    /// As it is shown; empty for none.
    QString shortcut = {};
    /// Why it cannot be chosen now, as a sentence; empty when it can.
    QString reason = {};
    std::function<void()> run = {};

    bool isPossible() const { return reason.isEmpty(); }
};
