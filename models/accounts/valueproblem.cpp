#include "models/accounts/valueproblem.h"

#include "models/accounts/accountdescription.h"
#include "models/accounts/serviceaccountname.h"
#include "models/accounts/timetext.h"

#include <QCoreApplication>

namespace {

struct Sentences
{
    Q_DECLARE_TR_FUNCTIONS(ValueProblem)
};

/// More of them are counted, not listed.
constexpr qsizetype listedCharacters = 5;
/// From here on the description tells how much room is left.
constexpr qsizetype scarceFrom = 400;

/// “C”; a character that cannot be seen is named instead.
QString shownCharacter(const QString &character)
{
    const uint code = character.toUcs4().constFirst();
    if (code == ' ')
        return Sentences::tr("the space");
    if (!QChar::isPrint(code) || QChar::isSpace(code) || QChar::isSurrogate(code))
        return QStringLiteral("U+") + QString::number(code, 16).toUpper().rightJustified(4, u'0');
    return Sentences::tr("“%1”", "a character in quotation marks").arg(character);
}

QString forbiddenSentence(const QString &name)
{
    const QString rule = Sentences::tr("Use only lower-case letters, numbers and underscores.");
    QStringList shown;
    const QStringList characters = ServiceAccountName::forbiddenCharacters(name);
    for (const QString &character : characters.first(qMin(characters.size(), listedCharacters)))
        shown.append(shownCharacter(character));
    const int more = static_cast<int>(characters.size() - shown.size());
    const QString separator = Sentences::tr(", ", "between listed characters");
    QString found;
    if (more > 0) {
        found = Sentences::tr("%1 and %n more are not allowed.", nullptr, more).arg(shown.join(separator));
    } else if (shown.size() == 1) {
        found = Sentences::tr("%1 is not allowed.").arg(shown.constFirst());
    } else {
        const QString last = shown.takeLast();
        found = Sentences::tr("%1 and %2 are not allowed.").arg(shown.join(separator), last);
    }
    // The first word may be "the space".
    found.replace(0, 1, found.at(0).toUpper());
    return Sentences::tr("%1 %2", "a rule, and what breaks it").arg(rule, found);
}

} // namespace

QString ValueProblem::ofName(const QString &name)
{
    const std::optional<NameProblem> problem = ServiceAccountName::problemWith(name);
    if (!problem)
        return {};
    switch (*problem) {
    case NameProblem::Missing:
        return Sentences::tr("Enter a name.");
    case NameProblem::ForbiddenCharacters:
        return forbiddenSentence(name);
    case NameProblem::TooLong:
        return Sentences::tr("Use at most %1 characters; this name has %2.")
            .arg(ServiceAccountName::maximumLength)
            .arg(name.size());
    }
    Q_UNREACHABLE();
}

QString ValueProblem::ofDescription(const QString &description)
{
    if (AccountDescription::fromText(description))
        return {};
    const qsizetype length = AccountDescription::codePoints(description);
    if (length <= AccountDescription::maximumCodePoints)
        return Sentences::tr("This text holds half of a character. Type it again.");
    return Sentences::tr("Use at most %1 characters; this description has %2.")
        .arg(AccountDescription::maximumCodePoints)
        .arg(length);
}

QString ValueProblem::ofExpiration(const ExpirationChoice &choice, const QDateTime &now)
{
    if (choice.resolvedAt(now))
        return {};
    return Sentences::tr("%1 is in the past. Choose a later date.").arg(longDate(choice.endAt(now)));
}

QString ValueProblem::ofRoles(const QList<AccountRole> &roles)
{
    return roles.isEmpty() ? Sentences::tr("Choose at least one role.") : QString();
}

QString ValueProblem::descriptionRoom(const QString &description)
{
    const qsizetype length = AccountDescription::codePoints(description);
    if (length < scarceFrom)
        return {};
    return Sentences::tr("%1 of %2 characters").arg(length).arg(AccountDescription::maximumCodePoints);
}
