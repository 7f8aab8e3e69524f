#pragma once

#include <QStringList>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

/// The texts of a shown window that have less room than they need, one line each: which, where, and how much
/// is missing. Only texts that go through tr() count, as the pseudo-translation marks them (pseudo.py): what
/// a server says may be of any length and is elided on purpose.
QStringList cutOffs(const QWidget *window);

/// Prints them after the name of the window's state and its size; gives how many there are.
int nameCutOffs(const QWidget *window, const QString &state);

/// The same at its own size and at the least that every window can be made, 640 by 400.
int nameCutOffsAtBothSizes(QWidget *window, const QString &state);
