#pragma once

#include <QString>

#include <exception>

namespace localapi {

/// The database could not be read or written. Thrown inside this folder only: the store's thread answers 503,
/// the start says why and ends.
class StorageFailure : public std::exception
{
public:
    /// @p reason is a clause without a full stop; @p remedy a sentence, empty when there is only the usual
    /// one.
    explicit StorageFailure(QString reason, QString remedy = {})
        : m_reason(std::move(reason))
        , m_remedy(std::move(remedy))
    {
    }

    const QString &reason() const { return m_reason; }
    const QString &remedy() const { return m_remedy; }
    const char *what() const noexcept override { return "storage failure"; }

private:
    QString m_reason;
    QString m_remedy;
};

} // namespace localapi
