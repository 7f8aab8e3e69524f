#pragma once

#include "app/storage/jsonfile.h"
#include "models/ports/settings.h"

#include <array>

/// The settings in settings.json. A value that is missing or outside its range is the setting's own; it stays
/// in the file until somebody chooses another.
class FileSettings final : public Settings
{
    Q_OBJECT
public:
    explicit FileSettings(const QString &path);

    int value(Setting setting) const override;
    Result<Done> set(Setting setting, int value) override;

    /// What people should be told about the file, one sentence each.
    QStringList notices() const { return m_file.notices(); }

private:
    JsonFile m_file;
    std::array<int, settingTotal> m_values{};
};
