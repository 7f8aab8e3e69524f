#pragma once

#include "models/accounts/serviceaccount.h"
#include "models/export/exportformat.h"

#include <QByteArray>

#include <chrono>
#include <memory>

/// Turns accounts into the bytes of a file, one after the other, in UTF-8 without a byte order mark.
class AccountWriter
{
public:
    virtual ~AccountWriter() = default;

    virtual QByteArray begin() const = 0;
    virtual QByteArray account(const ServiceAccount &account, bool isFirst) const = 0;
    virtual QByteArray end() const = 0;

    /// The status is judged by the server's time @p now; up to and including @p soon before its end an
    /// account counts as expiring soon.
    static std::unique_ptr<AccountWriter> of(ExportFormat format, const QDateTime &now,
                                             std::chrono::hours soon);
};
