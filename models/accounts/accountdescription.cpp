#include "models/accounts/accountdescription.h"

#include <algorithm>

std::optional<AccountDescription> AccountDescription::fromText(const QString &text)
{
    if (!text.isValidUtf16() || codePoints(text) > maximumCodePoints)
        return std::nullopt;
    return AccountDescription(text);
}

qsizetype AccountDescription::codePoints(QStringView text)
{
    return std::count_if(text.cbegin(), text.cend(), [](QChar unit) { return !unit.isLowSurrogate(); });
}
