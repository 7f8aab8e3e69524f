#include "models/accounts/serviceaccountname.h"

namespace {

bool isAllowed(char32_t character)
{
    return (character >= U'a' && character <= U'z') || (character >= U'0' && character <= U'9') ||
           character == U'_';
}

} // namespace

QStringList ServiceAccountName::forbiddenCharacters(QStringView text)
{
    QStringList found;
    const QList<uint> characters = text.toUcs4();
    for (const char32_t character : characters) {
        if (isAllowed(character))
            continue;
        const QString shown = QString::fromUcs4(&character, 1);
        if (!found.contains(shown))
            found.append(shown);
    }
    return found;
}

std::optional<NameProblem> ServiceAccountName::problemWith(QStringView text)
{
    if (text.isEmpty())
        return NameProblem::Missing;
    if (!forbiddenCharacters(text).isEmpty())
        return NameProblem::ForbiddenCharacters;
    if (text.size() > maximumLength)
        return NameProblem::TooLong;
    return std::nullopt;
}

std::optional<ServiceAccountName> ServiceAccountName::fromText(const QString &text)
{
    if (problemWith(text))
        return std::nullopt;
    return ServiceAccountName(text);
}
