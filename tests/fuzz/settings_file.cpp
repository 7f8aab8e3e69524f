// The settings file that somebody edited, that a power cut ended, or that a newer program wrote.

#include "app/storage/filesettings.h"
#include "tests/fuzz/fuzzedfile.h"
#include "tests/fuzz/property.h"

namespace {

std::array<int, settingTotal> valuesOf(const FileSettings &settings)
{
    std::array<int, settingTotal> values{};
    for (const SettingInfo &info : settingTable()) {
        const int value = settings.value(info.setting);
        mustHold(info.takes(value), "a value is within its range");
        mustHold(!info.valueText(value).isEmpty(), "a value has a text");
        values[static_cast<std::size_t>(info.setting)] = value;
    }
    return values;
}

/// Chooses again what is chosen; whether the file could be written.
bool saveAll(FileSettings &settings)
{
    bool isSaved = true;
    for (const SettingInfo &info : settingTable())
        isSaved = settings.set(info.setting, settings.value(info.setting)).ok() && isSaved;
    return isSaved;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const FuzzedFile file(data, size);
    FileSettings settings(file.path());
    const auto values = valuesOf(settings);
    mustHold(file.content() == file.bytes() || file.aside() == file.bytes(), "loading loses nothing");
    mustHold(file.others().isEmpty() == settings.notices().isEmpty() || file.content() == file.bytes(),
             "who loses a file is told");

    const bool isSaved = saveAll(settings);
    mustHold(valuesOf(settings) == values, "what is chosen again stays chosen");
    mustHold(isSaved || file.content() == file.bytes(), "a file that is left alone is as it was");
    FileSettings again(file.path());
    mustHold(valuesOf(again) == values, "a file that was saved is read the same");
    mustHold(!isSaved || again.notices().isEmpty(), "a file that was saved is in order");
    return 0;
}
