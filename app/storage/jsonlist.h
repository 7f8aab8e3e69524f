#pragma once

#include <QJsonArray>
#include <QJsonObject>

/// A copy of one list in the object of a JsonFile. A key is an object with the fields that tell an entry from
/// all others.
class JsonList
{
public:
    JsonList(const QJsonObject &object, QLatin1StringView name);

    const QJsonArray &entries() const { return m_entries; }
    /// Empty when there is none.
    QJsonObject find(const QJsonObject &key) const;
    /// In the place of the entry of that key, or at the end.
    void put(const QJsonObject &key, const QJsonObject &entry);
    /// Whether there was one.
    bool remove(const QJsonObject &key);

    /// @p object with this list in it.
    QJsonObject in(QJsonObject object) const;

private:
    qsizetype indexOf(const QJsonObject &key) const;

    QLatin1StringView m_name;
    QJsonArray m_entries;
};
