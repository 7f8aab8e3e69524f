#include "app/local_api/options.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QStandardPaths>

#include <arpa/inet.h>
#include <optional>

namespace localapi {

namespace {

constexpr int largestSeed = 1'000'000;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(localapi::Options)
};

struct Parser
{
    QCommandLineOption dataDir{QStringLiteral("data-dir"), Text::tr("Keep everything in this folder."),
                               Text::tr("DIR"),
                               QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
                                   QStringLiteral("/apono-local-api")};
    QCommandLineOption listen{QStringLiteral("listen"), Text::tr("Listen on this address of the loopback."),
                              Text::tr("ADDRESS"), QStringLiteral("127.0.0.1")};
    QCommandLineOption port{QStringLiteral("port"), Text::tr("Listen on this port; 0 takes a free one."),
                            Text::tr("N"), QStringLiteral("0")};
    QCommandLineOption adminTokenFile{
        QStringLiteral("admin-token-file"),
        Text::tr("Write the token of a new Admin account to this file (default: admin-token in the folder)."),
        Text::tr("FILE")};
    QCommandLineOption seed{QStringLiteral("seed"),
                            Text::tr("Add this many made-up accounts, for demonstrations and benchmarks."),
                            Text::tr("N"), QStringLiteral("0")};
    QCommandLineOption sessionCredential{
        QStringLiteral("session-credential-stdin"),
        Text::tr("Take the Admin credential of this run from the first line of "
                 "the standard input, and end with it.")};
    QCommandLineParser parser;

    Parser()
    {
        parser.setApplicationDescription(Text::tr(
            "Serves the Admin API for service accounts on the loopback, and keeps them in one folder."));
        parser.addHelpOption();
        parser.addVersionOption();
        parser.addOptions({dataDir, listen, port, adminTokenFile, seed, sessionCredential});
    }
};

std::optional<int> numberIn(const QString &text, int largest)
{
    bool isNumber = false;
    const int number = text.toInt(&isNumber);
    return isNumber && number >= 0 && number <= largest ? std::optional(number) : std::nullopt;
}

/// The address as inet_ntop writes it; nothing when it is not of the loopback.
std::optional<QString> loopbackAddress(const QString &text)
{
    const QByteArray given = text == QLatin1String("localhost") ? QByteArray("127.0.0.1") : text.toUtf8();
    in_addr v4{};
    if (::inet_pton(AF_INET, given.constData(), &v4) == 1 && (ntohl(v4.s_addr) >> 24) == 127)
        return QString::fromUtf8(given);
    in6_addr v6{};
    if (::inet_pton(AF_INET6, given.constData(), &v6) == 1 && IN6_IS_ADDR_LOOPBACK(&v6))
        return QStringLiteral("::1");
    return std::nullopt;
}

/// The sentence says which value is wrong.
std::optional<QString> readValues(const Parser &from, Options &options)
{
    const QString address = from.parser.value(from.listen);
    const auto loopback = loopbackAddress(address);
    if (!loopback)
        return Text::
            tr("Cannot listen on %1: this server listens on the loopback only. Give 127.0.0.1 or ::1 with "
               "--listen, or leave it out.")
                .arg(address);
    options.settings.listenAddress = *loopback;
    const auto port = numberIn(from.parser.value(from.port), 65535);
    if (!port)
        return Text::tr("The port has to be a number from 0 to 65535, not \"%1\".")
            .arg(from.parser.value(from.port));
    options.settings.port = static_cast<quint16>(*port);
    const auto seed = numberIn(from.parser.value(from.seed), largestSeed);
    if (!seed)
        return Text::tr("The number behind --seed has to be from 0 to %1, not \"%2\".")
            .arg(largestSeed)
            .arg(from.parser.value(from.seed));
    options.settings.seed = *seed;
    options.settings.dataDir = from.parser.value(from.dataDir);
    if (options.settings.dataDir.isEmpty())
        return Text::tr("--data-dir needs the path of a folder.");
    options.settings.adminTokenFile = from.parser.value(from.adminTokenFile);
    options.readsSessionCredential = from.parser.isSet(from.sessionCredential);
    if (options.readsSessionCredential && from.parser.isSet(from.adminTokenFile))
        return Text::tr(
            "--admin-token-file and --session-credential-stdin exclude each other: with the second one no "
            "Admin account is made.");
    return std::nullopt;
}

} // namespace

std::variant<Options, QString> Options::from(const QStringList &arguments)
{
    Parser command;
    if (!command.parser.parse(arguments))
        return Text::tr("%1 See --help.").arg(command.parser.errorText());
    Options options;
    if (command.parser.isSet(QStringLiteral("help")) || command.parser.isSet(QStringLiteral("help-all"))) {
        options.onlyPrint = command.parser.helpText();
        return options;
    }
    if (command.parser.isSet(QStringLiteral("version"))) {
        options.onlyPrint =
            QCoreApplication::applicationName() + u' ' + QCoreApplication::applicationVersion() + u'\n';
        return options;
    }
    if (const QStringList rest = command.parser.positionalArguments(); !rest.isEmpty())
        return Text::tr("\"%1\" is not an option. See --help.").arg(rest.front());
    if (const auto refusal = readValues(command, options))
        return *refusal;
    return options;
}

} // namespace localapi
