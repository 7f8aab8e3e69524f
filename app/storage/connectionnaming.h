#pragma once

#include <QSet>
#include <QString>

/// Whether @p key can be a part of a keychain entry's name.
bool isConnectionKey(const QString &key);

/// A key of `[a-z0-9_-]{1,32}` out of @p name that is not among @p taken. With @p randomSuffix it ends with
/// six random letters or figures.
QString connectionKey(const QString &name, bool randomSuffix, const QSet<QString> &taken);
