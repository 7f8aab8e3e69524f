#include "app/admin_api/requestbody.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace {

QJsonValue dateValue(const QDateTime &end, DateStyle style)
{
    switch (style) {
    case DateStyle::Iso8601:
        return end.toUTC().toString(Qt::ISODate);
    case DateStyle::Seconds:
        return end.toSecsSinceEpoch();
    }
    Q_UNREACHABLE();
}

QJsonArray roleValues(const QList<AccountRole> &roles)
{
    QJsonArray values;
    for (const AccountRole &role : roles)
        values.append(role.id.isEmpty() ? role.name : role.id);
    return values;
}

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace

QByteArray createBody(const NewServiceAccount &account, DateStyle style)
{
    QJsonObject object;
    object.insert(QStringLiteral("name"), account.name.text());
    if (!account.description.text().isEmpty())
        object.insert(QStringLiteral("description"), account.description.text());
    object.insert(QStringLiteral("roles"), roleValues(account.roles.asAccountRoles()));
    const auto &end = account.expiration.end();
    object.insert(QStringLiteral("expiry_date"), end ? dateValue(*end, style) : QJsonValue());
    return compact(object);
}

QByteArray updateBody(const AccountChanges &changes)
{
    QJsonObject object;
    object.insert(QStringLiteral("description"), changes.description().text());
    object.insert(QStringLiteral("roles"), roleValues(changes.roles()));
    return compact(object);
}
