#pragma once

#include "app/local_api/statement.h"

#include <QByteArray>
#include <QString>

namespace localapi {

/// Small values that belong to the folder as a whole. Rules as AccountStore.
class PropertyStore
{
public:
    explicit PropertyStore(Database &database)
        : m_value(database, QStringLiteral("SELECT value FROM properties WHERE name = ?"))
        , m_set(database, QStringLiteral("INSERT OR REPLACE INTO properties (name, value) VALUES (?, ?)"))
    {
    }

    /// Null when it was never set.
    QByteArray value(const QString &name)
    {
        Rows rows = m_value.rows(name);
        return rows.next() ? rows.bytes(0) : QByteArray();
    }

    void set(const QString &name, const QByteArray &value) { m_set.run(name, value); }

private:
    Statement m_value;
    Statement m_set;
};

} // namespace localapi
