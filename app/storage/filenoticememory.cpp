#include "app/storage/filenoticememory.h"

#include <QJsonArray>

namespace {

constexpr int version = 1;
constexpr QLatin1StringView givenField("given");
constexpr QLatin1StringView accountField("account");
constexpr QLatin1StringView endField("end");
constexpr QLatin1StringView daysField("days");

} // namespace

FileNoticeMemory::FileNoticeMemory(const QString &path)
    : m_file(path, version)
{
    m_file.load();
}

QList<GivenNotice> FileNoticeMemory::given(const QString &connectionKey) const
{
    QList<GivenNotice> list;
    const QJsonArray entries = m_file.object().value(givenField).toObject().value(connectionKey).toArray();
    for (const QJsonValue &value : entries) {
        const QJsonObject entry = value.toObject();
        GivenNotice notice{entry.value(accountField).toString(),
                           QDateTime::fromString(entry.value(endField).toString(), Qt::ISODateWithMs).toUTC(),
                           entry.value(daysField).toInt()};
        if (!notice.accountId.isEmpty() && notice.end.isValid())
            list.append(std::move(notice));
    }
    return list;
}

Result<Done> FileNoticeMemory::keepGiven(const QString &connectionKey, const QList<GivenNotice> &given)
{
    QJsonArray entries;
    for (const GivenNotice &notice : given)
        entries.append(QJsonObject{{accountField, notice.accountId},
                                   {endField, notice.end.toUTC().toString(Qt::ISODateWithMs)},
                                   {daysField, notice.days}});
    QJsonObject object = m_file.object();
    QJsonObject all = object.value(givenField).toObject();
    all.insert(connectionKey, entries);
    object.insert(givenField, all);
    return m_file.save(object);
}
