#pragma once

#include "models/ports/settings.h"

/// The settings, in memory, each at its own value first.
class MemorySettings final : public Settings
{
public:
    MemorySettings()
    {
        for (const SettingInfo &info : settingTable())
            m_values[static_cast<size_t>(info.setting)] = info.fallback;
    }

    int value(Setting setting) const override { return m_values[static_cast<size_t>(setting)]; }

    Result<Done> set(Setting setting, int value) override
    {
        m_values[static_cast<size_t>(setting)] = value;
        Q_EMIT changed(setting);
        if (m_failure)
            return *m_failure;
        return Done{};
    }

    /// set() cannot keep it, until it is told otherwise.
    void failWith(const std::optional<Error> &error) { m_failure = error; }

private:
    std::array<int, settingTotal> m_values{};
    std::optional<Error> m_failure;
};
