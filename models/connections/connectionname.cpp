#include "models/connections/connectionname.h"

#include "models/connections/serveraddress.h"

#include <QCoreApplication>

#include <algorithm>

namespace {

struct Name
{
    Q_DECLARE_TR_FUNCTIONS(ConnectionName)
};

/// Without half of a surrogate pair at the end.
QString shortened(const QString &text, qsizetype length)
{
    QString result = text.left(length);
    if (!result.isEmpty() && result.back().isHighSurrogate())
        result.chop(1);
    return result.trimmed();
}

bool isTaken(const QString &name, const QList<Connection> &known, const QString &ownKey)
{
    const QString folded = name.toCaseFolded();
    return std::any_of(known.cbegin(), known.cend(), [&](const Connection &other) {
        return other.key != ownKey && other.name.toCaseFolded() == folded;
    });
}

} // namespace

QString nameOfAddress(const QUrl &address)
{
    const QUrl normal = normalizedAddress(address);
    QString host = normal.host();
    if (host.contains(u':'))
        host = u'[' + host + u']';
    const QString port = normal.port() < 0 ? QString() : u':' + QString::number(normal.port());
    return shortened(host, longestConnectionName - port.size()) + port;
}

QString tidyConnectionName(const QString &typed)
{
    return typed.simplified();
}

QString connectionNameProblem(const QString &name, const QList<Connection> &known, const QString &ownKey)
{
    const QString tidy = tidyConnectionName(name);
    if (tidy.isEmpty())
        return Name::tr("Enter a name for this connection.");
    if (tidy.size() > longestConnectionName)
        return Name::tr("Use at most %n character(s).", nullptr, static_cast<int>(longestConnectionName));
    const auto isVisible = [](QChar character) { return character.isPrint() || character.isSurrogate(); };
    if (!std::all_of(tidy.cbegin(), tidy.cend(), isVisible))
        return Name::tr("There is an invisible character in this name. Type it anew.");
    if (isTaken(tidy, known, ownKey))
        return Name::tr("Another connection has this name. Choose another one.");
    return {};
}

QString freeConnectionName(const QString &wanted, const QList<Connection> &known)
{
    const QString tidy = tidyConnectionName(wanted);
    QString name = shortened(tidy, longestConnectionName);
    for (int number = 2; isTaken(name, known, {}); ++number) {
        const QString end = QStringLiteral(" %1").arg(number);
        name = shortened(tidy, longestConnectionName - end.size()) + end;
    }
    return name;
}
