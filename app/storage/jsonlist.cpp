#include "app/storage/jsonlist.h"

#include <algorithm>

namespace {

bool hasKey(const QJsonObject &entry, const QJsonObject &key)
{
    for (auto field = key.constBegin(); field != key.constEnd(); ++field) {
        if (entry.value(field.key()) != field.value())
            return false;
    }
    return true;
}

} // namespace

JsonList::JsonList(const QJsonObject &object, QLatin1StringView name)
    : m_name(name)
    , m_entries(object.value(name).toArray())
{
}

QJsonObject JsonList::find(const QJsonObject &key) const
{
    const qsizetype index = indexOf(key);
    return index < 0 ? QJsonObject() : m_entries.at(index).toObject();
}

void JsonList::put(const QJsonObject &key, const QJsonObject &entry)
{
    if (const qsizetype index = indexOf(key); index >= 0)
        m_entries.replace(index, entry);
    else
        m_entries.append(entry);
}

bool JsonList::remove(const QJsonObject &key)
{
    const qsizetype index = indexOf(key);
    if (index < 0)
        return false;
    m_entries.removeAt(index);
    return true;
}

QJsonObject JsonList::in(QJsonObject object) const
{
    object.insert(m_name, m_entries);
    return object;
}

qsizetype JsonList::indexOf(const QJsonObject &key) const
{
    const auto found = std::find_if(m_entries.cbegin(), m_entries.cend(), [&key](const QJsonValue &entry) {
        return hasKey(entry.toObject(), key);
    });
    return found == m_entries.cend() ? -1 : std::distance(m_entries.cbegin(), found);
}
