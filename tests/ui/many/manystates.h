#pragma once

#include "tests/ui/many/manyparts.h"

#include <QList>
#include <QString>

#include <functional>

QT_BEGIN_NAMESPACE
class QDialog;
QT_END_NAMESPACE

/// A dialog for many accounts in a state worth a look.
struct ManyState
{
    QString name;
    /// Opens it over the window of the parts and gives it back.
    std::function<QDialog *(ManyParts &)> open;
};

const QList<ManyState> &manyStates();
