#include "app/storage/filejournal.h"

#include "app/storage/jsonlist.h"

#include <array>
#include <optional>

using Stage = JournalEntry::Stage;

namespace {

constexpr int version = 1;
constexpr QLatin1StringView listField("creations");
constexpr QLatin1StringView keyField("idempotency_key");
constexpr QLatin1StringView connectionField("connection");
constexpr QLatin1StringView nameField("name");
constexpr QLatin1StringView descriptionField("description");
constexpr QLatin1StringView rolesField("roles");
constexpr QLatin1StringView expiryField("expiry_date");
constexpr QLatin1StringView begunField("begun_at");
constexpr QLatin1StringView honoursField("server_honours_keys");
constexpr QLatin1StringView stageField("stage");
constexpr QLatin1StringView idField("id");
constexpr QLatin1StringView serverField("server");
constexpr QLatin1StringView copiedField("copied");
constexpr QLatin1StringView savingField("saving_begun");

struct NamedStage
{
    Stage stage = Stage::Sent;
    QLatin1StringView name;
};
constexpr std::array stages{NamedStage{Stage::Sent, QLatin1StringView("sent")},
                            NamedStage{Stage::Answered, QLatin1StringView("answered")},
                            NamedStage{Stage::Stored, QLatin1StringView("stored")},
                            NamedStage{Stage::NotMade, QLatin1StringView("not_made")}};

QString text(const QDateTime &time)
{
    return time.toUTC().toString(Qt::ISODateWithMs);
}

QDateTime time(const QJsonValue &value)
{
    const QDateTime moment = QDateTime::fromString(value.toString(), Qt::ISODateWithMs).toUTC();
    // A year is written with four digits; an offset leads out of it.
    return moment.date().year() <= 9999 ? moment : QDateTime();
}

QJsonObject objectFrom(const JournalEntry &entry)
{
    QJsonObject object;
    object.insert(keyField, entry.idempotencyKey);
    object.insert(connectionField, entry.connectionKey);
    object.insert(nameField, entry.request.name.text());
    object.insert(descriptionField, entry.request.description.text());
    QJsonArray roles;
    for (const Role role : entry.request.roles.roles())
        roles.append(roleName(role));
    object.insert(rolesField, roles);
    const auto end = entry.request.expiration.end();
    object.insert(expiryField, end ? QJsonValue(text(*end)) : QJsonValue());
    object.insert(begunField, text(entry.begunAt));
    object.insert(honoursField, entry.serverHonoursKeys);
    for (const NamedStage &named : stages) {
        if (named.stage == entry.stage)
            object.insert(stageField, QString(named.name));
    }
    object.insert(idField, entry.accountId);
    if (!entry.server.isEmpty())
        object.insert(serverField, entry.server.toString(QUrl::RemoveUserInfo));
    object.insert(copiedField, entry.copied);
    object.insert(savingField, entry.savingBegun);
    return object;
}

std::optional<Stage> stageFrom(const QJsonValue &value)
{
    for (const NamedStage &named : stages) {
        if (named.name == value.toString())
            return named.stage;
    }
    return std::nullopt;
}

std::optional<NewServiceAccount> requestFrom(const QJsonObject &object, const QDateTime &begunAt)
{
    const auto name = ServiceAccountName::fromText(object.value(nameField).toString());
    const auto description = AccountDescription::fromText(object.value(descriptionField).toString());
    QList<Role> known;
    const QJsonArray named = object.value(rolesField).toArray();
    for (const QJsonValue &value : named) {
        if (const auto role = roleFromName(value.toString()))
            known.append(*role);
    }
    const auto roles = RoleSet::of(known);
    const QJsonValue expiry = object.value(expiryField);
    const auto expiration =
        expiry.isNull() ? Expiration::unlimited() : Expiration::until(time(expiry), begunAt);
    if (!name || !description || !roles || !expiration)
        return std::nullopt;
    return NewServiceAccount{*name, *description, *expiration, *roles};
}

std::optional<JournalEntry> entryFrom(const QJsonObject &object)
{
    const QDateTime begunAt = time(object.value(begunField));
    const auto request = requestFrom(object, begunAt);
    const auto stage = stageFrom(object.value(stageField));
    const QString key = object.value(keyField).toString();
    if (!begunAt.isValid() || !request || !stage || key.isEmpty())
        return std::nullopt;
    return JournalEntry{key,
                        object.value(connectionField).toString(),
                        *request,
                        begunAt,
                        object.value(honoursField).toBool(),
                        *stage,
                        object.value(idField).toString(),
                        object.value(copiedField).toBool(),
                        object.value(savingField).toBool(),
                        QUrl(object.value(serverField).toString(), QUrl::StrictMode)};
}

QJsonObject keyOf(const QString &idempotencyKey)
{
    return {{keyField, idempotencyKey}};
}

} // namespace

FileJournal::FileJournal(const QString &path)
    : m_file(path, version)
{
    m_file.load();
    m_file.expectList(listField);
}

QList<JournalEntry> FileJournal::entries() const
{
    QList<JournalEntry> entries;
    for (const QJsonValue &value : JsonList(m_file.object(), listField).entries()) {
        // What is not understood stays in the file.
        if (auto entry = entryFrom(value.toObject()))
            entries.append(std::move(*entry));
    }
    return entries;
}

Result<Done> FileJournal::keep(const JournalEntry &entry)
{
    JsonList list(m_file.object(), listField);
    list.put(keyOf(entry.idempotencyKey), objectFrom(entry));
    return m_file.save(list.in(m_file.object()));
}

Result<Done> FileJournal::drop(const QString &idempotencyKey)
{
    JsonList list(m_file.object(), listField);
    if (!list.remove(keyOf(idempotencyKey)))
        return Done{};
    return m_file.save(list.in(m_file.object()));
}
