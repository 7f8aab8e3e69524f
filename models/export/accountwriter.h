#pragma once

#include "models/accounts/serviceaccount.h"
#include "models/export/exportformat.h"

#include <QByteArray>

#include <memory>

/// Turns accounts into the bytes of a file, one after the other, in UTF-8 without a byte order mark.
class AccountWriter
{
public:
    virtual ~AccountWriter() = default;

    virtual QByteArray begin() const = 0;
    virtual QByteArray account(const ServiceAccount &account, bool isFirst) const = 0;
    virtual QByteArray end() const = 0;

    /// @p now is the server's time, by which the status is judged.
    static std::unique_ptr<AccountWriter> of(ExportFormat format, const QDateTime &now);
};
