#pragma once

#include <QDateTime>

#include <optional>

/// When a new token ends: never, or at a time that lies in the future when the value is made.
class Expiration
{
public:
    static Expiration unlimited() { return {}; }

    /// Nothing unless @p end is valid and later than @p now.
    static std::optional<Expiration> until(const QDateTime &end, const QDateTime &now);

    bool isUnlimited() const { return !m_end; }

    /// In UTC; empty when unlimited.
    const std::optional<QDateTime> &end() const { return m_end; }

    friend bool operator==(const Expiration &, const Expiration &) = default;

private:
    Expiration() = default;

    std::optional<QDateTime> m_end;
};
