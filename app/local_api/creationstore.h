#pragma once

#include "app/local_api/statement.h"

#include <QByteArray>
#include <QString>

#include <chrono>
#include <optional>

namespace localapi {

/// What is remembered of one create that came with an Idempotency-Key.
struct Creation
{
    QByteArray keyHash;
    QByteArray bodyHash;
    QString accountId;
    /// Empty when the create may no longer be repeated: without it nobody can compute the token again.
    QByteArray nonce;
    Timestamp created = 0;
};

/// The table of creates that may be repeated, or may not be any more. Rules as AccountStore.
class CreationStore
{
public:
    static constexpr std::chrono::milliseconds repeatableFor = std::chrono::minutes(10);

    explicit CreationStore(Database &database);

    std::optional<Creation> byKeyHash(const QByteArray &keyHash);
    void add(const Creation &creation);

    /// Deletes the nonce.
    void close(const QString &accountId);

    bool hasOverdue(Timestamp now);
    /// Deletes every nonce whose time is over.
    void closeOverdue(Timestamp now);

private:
    Statement m_byKeyHash;
    Statement m_add;
    Statement m_close;
    Statement m_hasOverdue;
    Statement m_closeOverdue;
};

} // namespace localapi
