#pragma once

#include <QSet>
#include <QString>
#include <QUrl>

/// The address as it is kept and compared: without a trailing slash, query, fragment, user or password, and
/// without the port that the scheme implies.
QUrl normalizedAddress(const QUrl &address);

/// For people: the host, with the port if it is not the default one.
QString connectionName(const QUrl &address);

/// Whether @p key can be a part of a keychain entry's name.
bool isConnectionKey(const QString &key);

/// A key of `[a-z0-9_-]{1,32}` out of @p name that is not among @p taken. With @p randomSuffix it ends with
/// six random letters or figures.
QString connectionKey(const QString &name, bool randomSuffix, const QSet<QString> &taken);
