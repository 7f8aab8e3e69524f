#pragma once

#include "models/settings/setting.h"
#include "ui/widgets/consoledialog.h"

#include <QList>

class Settings;
class SettingRow;

/// "Settings": a row for each line of the table. What is chosen takes effect and is kept at once.
class SettingsDialog final : public ConsoleDialog
{
    Q_OBJECT

public:
    /// @p settings must outlive it. Deletes itself when it is closed.
    SettingsDialog(Settings &settings, QWidget *parent);

private:
    void addGroup(SettingInfo::Group group);
    void choose(Setting setting, int value);
    void alignControls();

    Settings &m_settings;
    QList<SettingRow *> m_rows;
};
