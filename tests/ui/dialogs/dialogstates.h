#pragma once

#include "tests/ui/dialogs/dialogparts.h"

#include <QList>
#include <QString>

#include <functional>

QT_BEGIN_NAMESPACE
class QDialog;
QT_END_NAMESPACE

/// A dialog in a state worth a look: its name is that of the picture to lay it beside, where there is one.
struct DialogState
{
    QString name;
    /// Opens it over the window of the parts and gives it back.
    std::function<QDialog *(DialogParts &)> open;
};

const QList<DialogState> &dialogStates();
