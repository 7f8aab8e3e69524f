#pragma once

#include "models/errors/error.h"
#include "models/ports/adminapifactory.h"

#include <QUrl>

#include <optional>

/// The addresses of the calls below one target. The target's address may have a path of its own, with or
/// without a slash at its end; user name, password, query and fragment of it are never sent.
class ApiAddress
{
public:
    explicit ApiAddress(const ApiTarget &target);

    /// Why nothing may be sent there: no address at all (Unreachable), or a token would cross a network
    /// unencrypted (InsecureAddress). Nothing when it is fine.
    std::optional<ErrorKind> problem() const;

    /// Of the accounts of that @p name; of all when it is empty.
    QUrl list(const QString &pageToken, int limit, const QString &name = {}) const;
    QUrl collection() const;
    /// The id becomes one segment of the path. Nothing for an id that cannot be one: an empty one would mean
    /// the whole collection, "." and ".." something else again.
    std::optional<QUrl> item(const QString &id) const;
    /// Relative to the address and not to the resource path.
    QUrl session() const;

    /// 127.0.0.0/8, ::1 or "localhost".
    static bool isThisComputer(const QString &host);

private:
    QUrl withPath(const QString &encodedPath) const;

    QUrl m_base;
    QString m_resourcePath;
};
