#include "models/export/jsonaccountwriter.h"

namespace {

/// RFC 8259, section 7. QJsonObject would sort the fields by their names.
QString jsonString(const QString &text)
{
    QString result = QStringLiteral("\"");
    for (const QChar sign : text) {
        if (sign == u'"' || sign == u'\\')
            result += u'\\';
        if (sign == u'\n')
            result += QStringLiteral("\\n");
        else if (sign.unicode() < 0x20 || sign.unicode() == 0x7f)
            result += QStringLiteral("\\u%1").arg(sign.unicode(), 4, 16, QLatin1Char('0'));
        else
            result += sign;
    }
    return result + u'"';
}

QString jsonRoles(const QList<AccountRole> &roles)
{
    QStringList names;
    for (const AccountRole &role : roles)
        names.append(jsonString(role.name));
    return u'[' + names.join(QStringLiteral(", ")) + u']';
}

QString jsonValue(const ExportField &field, const ServiceAccount &account, const StatusRule &rule)
{
    if (field.kind == ExportField::Kind::Roles)
        return jsonRoles(account.roles);
    const QString text = field.text(account, rule);
    return field.kind == ExportField::Kind::Moment && text.isEmpty() ? QStringLiteral("null")
                                                                     : jsonString(text);
}

} // namespace

QByteArray JsonAccountWriter::account(const ServiceAccount &account, bool isFirst) const
{
    QStringList members;
    members.reserve(exportFieldTotal);
    for (const ExportField &field : exportFields())
        members.append(u'"' + field.key + QStringLiteral("\": ") + jsonValue(field, account, m_rule));
    const QString separator = isFirst ? QStringLiteral("\n  ") : QStringLiteral(",\n  ");
    return (separator + u'{' + members.join(QStringLiteral(", ")) + u'}').toUtf8();
}
