#pragma once

#include "models/accounts/serviceaccount.h"

/// Accounts as no server should send them, for everything that writes accounts to a file.
namespace ExportSamples {

inline ServiceAccount account(const QString &name, const QString &description = {})
{
    ServiceAccount result;
    result.id = QStringLiteral("3f1c0a52-0000-4000-8000-000000000001");
    result.name = name;
    result.description = description;
    result.roles = {AccountRole(Role::Deployment), AccountRole(Role::Viewer)};
    result.maskedToken = QStringLiteral("apono_sa_****wxyz");
    result.expiryDate = QDateTime(QDate(2027, 1, 1), QTime(12, 30, 5), Qt::UTC);
    result.creationDate = QDateTime(QDate(2026, 7, 5), QTime(8, 0, 0, 250), Qt::UTC);
    result.updateDate = QDateTime(QDate(2026, 7, 6), QTime(8, 0), Qt::UTC);
    result.createdBy = QStringLiteral("Test Person");
    return result;
}

/// Names and descriptions of any form.
inline QStringList texts()
{
    return {QStringLiteral("plain"),
            QString(),
            QStringLiteral("comma, quote \" and ; semicolon"),
            QStringLiteral("two\r\nlines\nand a third\r"),
            QStringLiteral("\"\""),
            QStringLiteral(" spaces around "),
            QStringLiteral("back\\slash / slash"),
            QStringLiteral("control \x01\x1f\x7f signs"),
            QStringLiteral(u"\u05e9\u05dc\u05d5\u05dd \U0001f511"),
            QString(QChar(0x2028)),
            QString(10000, u'x')};
}

} // namespace ExportSamples
