#pragma once

#include "app/local_api/database.h"
#include "app/local_api/timestamp.h"

#include <QSqlQuery>
#include <QVariant>

#include <optional>

namespace localapi {

/// The rows of one run of a statement; its end lets go of what SQLite holds for the statement.
class Rows
{
public:
    explicit Rows(QSqlQuery &query)
        : m_query(query)
    {
    }
    ~Rows() { m_query.finish(); }

    Rows(const Rows &) = delete;
    Rows &operator=(const Rows &) = delete;

    bool next() { return m_query.next(); }
    /// How many rows a change touched.
    int changes() const { return m_query.numRowsAffected(); }
    qint64 integer(int column) const { return m_query.value(column).toLongLong(); }
    QString text(int column) const { return m_query.value(column).toString(); }
    QByteArray bytes(int column) const { return m_query.value(column).toByteArray(); }
    std::optional<Timestamp> time(int column) const
    {
        const QVariant value = m_query.value(column);
        return value.isNull() ? std::nullopt : std::optional<Timestamp>(value.toLongLong());
    }

private:
    QSqlQuery &m_query;
};

/// One SQL statement, prepared at its first run and kept.
class Statement
{
public:
    Statement(Database &database, QString sql)
        : m_database(database)
        , m_sql(std::move(sql))
    {
    }

    /// Binds @p values in their order; an empty optional is NULL. Throws StorageFailure.
    template <typename... Values>
    Rows rows(const Values &...values)
    {
        prepare();
        int position = 0;
        (m_query->bindValue(position++, variant(values)), ...);
        execute();
        return Rows(*m_query);
    }

    template <typename... Values>
    void run(const Values &...values)
    {
        rows(values...);
    }

private:
    template <typename Value>
    static QVariant variant(const Value &value)
    {
        return QVariant::fromValue(value);
    }
    /// A null QString would be NULL.
    static QVariant variant(const QString &text)
    {
        return text.isNull() ? QVariant(QStringLiteral("")) : QVariant(text);
    }
    static QVariant variant(const std::optional<Timestamp> &moment)
    {
        return moment ? QVariant(*moment) : QVariant(QMetaType::fromType<Timestamp>());
    }

    void prepare();
    void execute();

    Database &m_database;
    QString m_sql;
    std::optional<QSqlQuery> m_query;
};

} // namespace localapi
