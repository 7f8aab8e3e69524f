#pragma once

#include "app/local_api/localapi.h"

#include <QString>
#include <QStringList>

#include <variant>

namespace localapi {

/// What the command line asks for.
struct Options
{
    /// Without the session's credential.
    LocalApi::Settings settings;
    bool readsSessionCredential = false;

    /// A text to be printed instead of serving: for --help and --version.
    QString onlyPrint;

    /// The options, or a sentence. @p arguments begins with the program's name.
    static std::variant<Options, QString> from(const QStringList &arguments);
};

} // namespace localapi
