#include "models/creation/accountduplicate.h"

#include "models/accounts/serviceaccountname.h"

#include <chrono>

using namespace std::chrono_literals;

namespace {

/// The server writes the creation down a little after the click that the end was counted from, and by its
/// own clock.
constexpr std::chrono::seconds clockTolerance = 1h;
constexpr qint64 secondsOfADay = 86400;
/// For a name of which nothing can be kept.
constexpr QLatin1StringView namelessBase("service_account");

/// The nearest name that can be sent: "Café-Bot" becomes "cafe_bot".
QString allowedForm(const QString &name)
{
    QString form;
    const QString plain = name.normalized(QString::NormalizationForm_KD).toLower();
    for (const QChar character : plain) {
        if (character.isMark())
            continue;
        const bool isAllowed = ServiceAccountName::forbiddenCharacters(QString(character)).isEmpty();
        if (isAllowed)
            form.append(character);
        else if (!form.endsWith(u'_'))
            form.append(u'_');
    }
    while (form.startsWith(u'_'))
        form.remove(0, 1);
    while (form.endsWith(u'_'))
        form.chop(1);
    return form.isEmpty() ? QString(namelessBase) : form;
}

/// Takes "_2" off the end of @p base and gives the 2; 1 where there is no such end.
int takeNumber(QString &base)
{
    constexpr qsizetype mostDigits = 4;
    const qsizetype at = base.lastIndexOf(u'_');
    const QString digits = base.mid(at + 1);
    if (at <= 0 || digits.isEmpty() || digits.size() > mostDigits || digits.startsWith(u'0'))
        return 1;
    bool isNumber = false;
    const int number = digits.toInt(&isNumber);
    if (!isNumber)
        return 1;
    base.truncate(at);
    return number;
}

QString freeName(const QString &original, const std::function<bool(const QString &)> &isTaken)
{
    QString base = ServiceAccountName::problemWith(original) ? allowedForm(original) : original;
    for (int number = takeNumber(base) + 1;; ++number) {
        const QString ending = u'_' + QString::number(number);
        const QString name = base.left(ServiceAccountName::maximumLength - ending.size()) + ending;
        if (!isTaken(name))
            return name;
    }
}

std::optional<ExpirationChoice> lengthOf(const ServiceAccount &original)
{
    if (!original.expiryDate)
        return ExpirationChoice::unlimited();
    if (!original.creationDate.isValid())
        return std::nullopt;
    const qint64 seconds = original.creationDate.secsTo(*original.expiryDate);
    for (const int days : ExpirationChoice::offeredDays()) {
        if (std::abs(seconds - days * secondsOfADay) <= clockTolerance.count())
            return ExpirationChoice::days(days);
    }
    return std::nullopt;
}

} // namespace

AccountDuplicate AccountDuplicate::of(const ServiceAccount &original,
                                      const std::function<bool(const QString &)> &isTaken)
{
    AccountDuplicate result;
    result.name = freeName(original.name, isTaken);
    result.description = original.description;
    for (const AccountRole &role : original.roles) {
        if (const auto known = role.known())
            result.roles.append(AccountRole(*known));
        else
            result.leftOutRoles.append(role.name);
    }
    result.expiration = lengthOf(original);
    return result;
}
