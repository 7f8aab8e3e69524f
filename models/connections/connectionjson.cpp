#include "models/connections/connectionjson.h"

#include "models/connections/connectionname.h"
#include "models/connections/proxyaddress.h"
#include "models/connections/resourcepath.h"
#include "models/connections/serveraddress.h"

#include <QCoreApplication>

namespace {

struct Json
{
    Q_DECLARE_TR_FUNCTIONS(ConnectionJson)
};

constexpr QLatin1StringView nameField("name");
constexpr QLatin1StringView addressField("address");
constexpr QLatin1StringView pathField("resource_path");
constexpr QLatin1StringView datesField("dates");
constexpr QLatin1StringView datesInSeconds("seconds");
constexpr QLatin1StringView datesIso("iso8601");
constexpr QLatin1StringView proxyField("proxy");
constexpr QLatin1StringView authorityField("authority_file");
constexpr QLatin1StringView policyField("policy");
constexpr QLatin1StringView longestField("longest_lifetime_days");
constexpr QLatin1StringView unlimitedField("unlimited_allowed");

QString wrongType(QLatin1StringView field)
{
    return Json::tr("“%1” has a value of another type than expected.").arg(field);
}

/// Nothing where the field is missing or null, and where it is no text, which is a problem.
std::optional<QString> textOf(const QJsonObject &object, QLatin1StringView field, QStringList &problems)
{
    const QJsonValue value = object.value(field);
    if (value.isUndefined() || value.isNull())
        return std::nullopt;
    if (!value.isString()) {
        problems.append(wrongType(field));
        return std::nullopt;
    }
    return value.toString();
}

void readTarget(const QJsonObject &object, ApiTarget &target, QStringList &problems)
{
    const QString typed = textOf(object, addressField, problems).value_or(QString());
    target.address = normalizedAddress(QUrl(typed, QUrl::StrictMode));
    if (const Result<QUrl> address = serverAddressFromText(typed); !address)
        problems.append(address.error().message);
    else if (target.address.host().isEmpty())
        problems.append(
            Json::tr("“%1” is no whole address: it begins with “https://”.").arg(typed.left(100)));

    if (const auto path = textOf(object, pathField, problems)) {
        if (isResourcePath(*path))
            target.resourcePath = *path;
        else
            problems.append(
                Json::tr("“%1” is no resource path: it begins with one “/” and has no blank, “?” or “#”.")
                    .arg(path->left(100)));
    }
    const QString dates = textOf(object, datesField, problems).value_or(datesIso);
    if (dates == datesInSeconds)
        target.dateStyle = DateStyle::Seconds;
    else if (dates != datesIso)
        problems.append(
            Json::tr("“%1” is no way to write dates: it is “iso8601” or “seconds”.").arg(dates.left(100)));

    const Result<QString> proxy = proxyFromText(textOf(object, proxyField, problems).value_or(QString()));
    if (proxy)
        target.proxy = proxy.value();
    else
        problems.append(proxy.error().message);
    target.authorityFile = textOf(object, authorityField, problems).value_or(QString());
}

} // namespace

ConnectionJson::Read ConnectionJson::read(const QJsonObject &object)
{
    Read result;
    result.server.kind = Connection::Kind::Server;
    result.server.name = tidyConnectionName(textOf(object, nameField, result.problems).value_or(QString()));
    readTarget(object, result.server.target, result.problems);
    result.server.policy = readPolicy(object, result.problems);
    return result;
}

void ConnectionJson::write(QJsonObject &object, const Connection &server)
{
    const ApiTarget &target = server.target;
    object.insert(nameField, server.name);
    object.insert(addressField, normalizedAddress(target.address).toString(QUrl::FullyEncoded));
    object.insert(pathField, target.resourcePath);
    object.insert(datesField, target.dateStyle == DateStyle::Seconds ? datesInSeconds : datesIso);
    object.insert(proxyField, target.proxy);
    object.insert(authorityField, target.authorityFile);
    writePolicy(object, server.policy);
}

ConnectionPolicy ConnectionJson::readPolicy(const QJsonObject &object, QStringList &problems)
{
    ConnectionPolicy policy;
    const QJsonValue value = object.value(policyField);
    if (value.isUndefined() || value.isNull())
        return policy;
    if (!value.isObject()) {
        problems.append(wrongType(policyField));
        return policy;
    }
    const QJsonValue longest = value.toObject().value(longestField);
    const int days = longest.toInt();
    if (days >= 1 && days <= ConnectionPolicy::mostDays)
        policy.longestLifetimeDays = days;
    else if (!longest.isUndefined() && !longest.isNull())
        problems.append(Json::tr("The longest lifetime is a whole number of days from 1 to %1.")
                            .arg(ConnectionPolicy::mostDays));
    const QJsonValue unlimited = value.toObject().value(unlimitedField);
    policy.unlimitedAllowed = unlimited.toBool(true);
    if (!unlimited.isUndefined() && !unlimited.isBool())
        problems.append(wrongType(unlimitedField));
    return policy;
}

void ConnectionJson::writePolicy(QJsonObject &object, const ConnectionPolicy &policy)
{
    QJsonObject written = object.value(policyField).toObject();
    written.insert(longestField, policy.longestLifetimeDays ? QJsonValue(*policy.longestLifetimeDays)
                                                            : QJsonValue(QJsonValue::Null));
    written.insert(unlimitedField, policy.unlimitedAllowed);
    object.insert(policyField, written);
}
