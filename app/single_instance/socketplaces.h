#pragma once

#include <QString>
#include <QStringList>

/// Where the console of a data folder can be reached: in that folder, or, where no socket can lie there
/// (its path is too long for one, or its file system has none), in the runtime folder of the person. The
/// first that works is used.
QStringList socketPlaces(const QString &dataFolder);
