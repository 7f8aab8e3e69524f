#include "models/accounts/expiration.h"

std::optional<Expiration> Expiration::until(const QDateTime &end, const QDateTime &now)
{
    if (!end.isValid() || end <= now)
        return std::nullopt;
    Expiration result;
    result.m_end = end.toUTC();
    return result;
}
