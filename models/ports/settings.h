#pragma once

#include "models/errors/result.h"
#include "models/settings/setting.h"

#include <QObject>

/// The settings of this program.
class Settings : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// Within the setting's range.
    virtual int value(Setting setting) const = 0;
    bool isOn(Setting setting) const { return value(setting) != 0; }

    /// Takes effect in any case, for this run; on disk when it returns success. @p value is within the range.
    virtual Result<Done> set(Setting setting, int value) = 0;

Q_SIGNALS:
    /// Also when it could not be kept.
    void changed(Setting setting);
};
