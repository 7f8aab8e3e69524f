#pragma once

#include "models/errors/result.h"

#include <QString>
#include <QUrl>

#include <optional>

/// What a person typed as "Proxy", made into ApiTarget::proxy: empty (as the system has it), "none",
/// "http://host:port" or "socks5://host:port"; http:// is added when no scheme is there. The error's message
/// is a translated sentence for beside the field. A user name or password is refused: the connections file is
/// no place for it.
Result<QString> proxyFromText(const QString &text);

/// The host and port of an ApiTarget::proxy; nothing for the system's and for none.
std::optional<QUrl> proxyUrl(const QString &proxy);

/// The value of ApiTarget::proxy for no proxy at all.
QString noProxy();
