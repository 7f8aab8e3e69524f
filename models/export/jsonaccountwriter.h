#pragma once

#include "models/export/accountwriter.h"
#include "models/export/exportfield.h"

/// An array of objects, one in a line, with the field names of the Admin API. No date is null.
class JsonAccountWriter final : public AccountWriter
{
public:
    explicit JsonAccountWriter(const StatusRule &rule)
        : m_rule(rule)
    {
    }

    QByteArray begin() const override { return "["; }
    QByteArray account(const ServiceAccount &account, bool isFirst) const override;
    QByteArray end() const override { return "\n]\n"; }

private:
    const StatusRule m_rule;
};
