#include "app/storage/filesettings.h"

#include <utility>

namespace {

constexpr int version = 1;

int read(const QJsonValue &value, const SettingInfo &info)
{
    switch (info.type) {
    case SettingInfo::Type::Flag:
        return value.toBool(info.fallback != 0) ? 1 : 0;
    case SettingInfo::Type::Number:
        return value.toInt(info.fallback);
    case SettingInfo::Type::Word: {
        const auto place = info.words.indexOf(value.toString());
        return place < 0 ? info.fallback : static_cast<int>(place);
    }
    }
    Q_UNREACHABLE();
}

int valueFrom(const QJsonValue &value, const SettingInfo &info)
{
    const int known = read(value, info);
    return info.takes(known) ? known : info.fallback;
}

QJsonValue toJson(int value, const SettingInfo &info)
{
    switch (info.type) {
    case SettingInfo::Type::Flag:
        return value != 0;
    case SettingInfo::Type::Number:
        break;
    case SettingInfo::Type::Word:
        return info.words.at(value);
    }
    return value;
}

} // namespace

FileSettings::FileSettings(const QString &path)
    : m_file(path, version)
{
    m_file.load();
    for (const SettingInfo &info : settingTable())
        m_values[static_cast<size_t>(info.setting)] = valueFrom(m_file.object().value(info.key), info);
}

int FileSettings::value(Setting setting) const
{
    return m_values[static_cast<size_t>(setting)];
}

Result<Done> FileSettings::set(Setting setting, int value)
{
    const SettingInfo &info = settingInfo(setting);
    Q_ASSERT(info.takes(value));
    if (std::exchange(m_values[static_cast<size_t>(setting)], value) != value)
        Q_EMIT changed(setting);
    auto object = m_file.object();
    object.insert(info.key, toJson(value, info));
    return m_file.save(std::move(object));
}
