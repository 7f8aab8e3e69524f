#pragma once

#include <QString>
#include <QStringList>

#include <optional>
#include <variant>

namespace localapi {

/// What the command line asks for.
struct Options
{
    QString dataDir;
    QString listenAddress;
    quint16 port = 0;
    /// Empty: `admin-token` in the data folder.
    QString adminTokenFile;
    int seed = 0;
    bool readsSessionCredential = false;

    /// A text to be printed instead of serving: for --help and --version.
    QString onlyPrint;

    /// The options, or a sentence. @p arguments begins with the program's name.
    static std::variant<Options, QString> from(const QStringList &arguments);
};

} // namespace localapi
