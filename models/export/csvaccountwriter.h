#pragma once

#include "models/export/accountwriter.h"
#include "models/export/exportfield.h"

/// Comma-separated values as RFC 4180 has them: CRLF, quotes where they are needed, a line of names first. No
/// cell can be computed by a spreadsheet (harmlessInSpreadsheet()). No byte order mark: it would become a
/// part of the first column's name for every program that reads plain UTF-8.
class CsvAccountWriter final : public AccountWriter
{
public:
    explicit CsvAccountWriter(const StatusRule &rule)
        : m_rule(rule)
    {
    }

    QByteArray begin() const override;
    QByteArray account(const ServiceAccount &account, bool isFirst) const override;
    QByteArray end() const override { return {}; }

private:
    const StatusRule m_rule;
};
