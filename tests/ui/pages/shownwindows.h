#pragma once

#include "tests/ui/support/consolefixture.h"

#include <QList>
#include <QString>

#include <functional>

/// A window beside the main one and the dialogs that change accounts, in a state worth a look.
struct ShownWindow
{
    QString name;
    /// Shows it over another one and gives it back.
    std::function<QWidget *(ConsoleFixture &, QWidget *)> show;
};

const QList<ShownWindow> &shownWindows();
