#include "app/commandline.h"

#include <QCoreApplication>

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

Error wrong(const QString &sentence)
{
    return Error(ErrorKind::BadRequest,
                 sentence + u' ' + Texts::tr("“apono-console --help” lists the options."));
}

/// "--name VALUE" and "--name=VALUE" both give a value.
struct Option
{
    QString name;
    QString value;
    bool hasValue = false;
};

Option optionOf(const QString &argument)
{
    const qsizetype equals = argument.indexOf(u'=');
    if (equals < 0)
        return {argument, {}, false};
    return {argument.left(equals), argument.mid(equals + 1), true};
}

} // namespace

Result<CommandLine> CommandLine::fromArguments(const QStringList &arguments)
{
    CommandLine result;
    for (qsizetype at = 0; at < arguments.size(); ++at) {
        Option option = optionOf(arguments.at(at));
        const bool wantsValue =
            option.name == QStringLiteral("--connection") || option.name == QStringLiteral("--data-dir");
        if (wantsValue && !option.hasValue && at + 1 < arguments.size()) {
            option.value = arguments.at(++at);
            option.hasValue = true;
        }
        if (wantsValue && option.value.isEmpty())
            return wrong(Texts::tr("The option %1 needs a value.").arg(option.name));
        if (option.hasValue && !wantsValue && option.name.startsWith(QStringLiteral("--")))
            return wrong(Texts::tr("The option %1 is unknown or takes no value.").arg(option.name));
        if (option.name == QStringLiteral("--connection"))
            result.connection = option.value;
        else if (option.name == QStringLiteral("--data-dir"))
            result.dataDir = option.value;
        else if (option.name == QStringLiteral("--local"))
            result.local = true;
        else if (option.name == QStringLiteral("--verbose"))
            result.verbose = true;
        else if (arguments.at(at) == QStringLiteral("-reverse"))
            result.reverse = true;
        else if (option.name == QStringLiteral("--help") || option.name == QStringLiteral("-h"))
            result.wish = Wish::Help;
        else if (option.name == QStringLiteral("--version"))
            result.wish = Wish::Version;
        else if (option.name.startsWith(u'-'))
            return wrong(Texts::tr("The option %1 is unknown.").arg(option.name));
        else
            return wrong(Texts::tr("“%1” is no option.").arg(arguments.at(at)));
    }
    if (result.local && !result.connection.isEmpty())
        return wrong(Texts::tr("The options --local and --connection exclude each other."));
    return result;
}

QString CommandLine::helpText()
{
    return Texts::tr(
        "Usage: apono-console [--local | --connection NAME] [--data-dir DIR] [--verbose]\n"
        "\n"
        "The window for the service accounts of Apono, or of a workspace on this computer.\n"
        "Without options it opens the connection that was used last.\n"
        "\n"
        "  --local            opens the local workspace without asking\n"
        "  --connection NAME  opens this connection, by its name or its key\n"
        "  --data-dir DIR     keeps everything that the program writes in DIR\n"
        "  --verbose          writes what the program does to the standard error; never a token\n"
        "  --help             prints this and ends\n"
        "  --version          prints the version and ends\n");
}
