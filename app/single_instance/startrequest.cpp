#include "app/single_instance/startrequest.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace {

constexpr QLatin1StringView verbKey("verb");
constexpr QLatin1StringView verb("raise");
constexpr QLatin1StringView localKey("local");
constexpr QLatin1StringView connectionKey("connection");
constexpr QLatin1StringView tokenKey("activation_token");

} // namespace

QByteArray StartRequest::toLine() const
{
    const QJsonObject object{
        {verbKey, verb}, {localKey, local}, {connectionKey, connection}, {tokenKey, activationToken}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

std::optional<StartRequest> StartRequest::fromLine(const QByteArray &line)
{
    const QJsonObject object = QJsonDocument::fromJson(line).object();
    if (object.value(verbKey).toString() != verb)
        return std::nullopt;
    return StartRequest{object.value(localKey).toBool(), object.value(connectionKey).toString(),
                        object.value(tokenKey).toString()};
}
