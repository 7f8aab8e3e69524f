#include "models/connections/resourcepath.h"

#include <QRegularExpression>

bool isResourcePath(const QString &text)
{
    // “//” would begin with the name of a server.
    static const QRegularExpression pattern(QRegularExpression::anchoredPattern(
        QStringLiteral("/(?!/)(?:[A-Za-z0-9._~!$&'()*+,;=:@/-]|%[0-9A-Fa-f]{2})*")));
    return pattern.match(text).hasMatch();
}
