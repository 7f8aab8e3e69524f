#include "models/connections/connectionimport.h"

#include "models/connections/connectionname.h"
#include "models/connections/currentconnection.h"
#include "models/connections/serveraddress.h"

#include <QCoreApplication>

#include <algorithm>

namespace {

using Line = ConnectionImport::Line;
using Outcome = ConnectionImport::Outcome;

struct Report
{
    Q_DECLARE_TR_FUNCTIONS(ConnectionImport)
};

bool isThere(const Connection &server, const QList<Connection> &known)
{
    const QString name = server.name.toCaseFolded();
    const QUrl address = normalizedAddress(server.target.address);
    return std::any_of(known.cbegin(), known.cend(), [&](const Connection &other) {
        return other.name.toCaseFolded() == name && normalizedAddress(other.target.address) == address;
    });
}

Line take(const ConnectionsDocument::Entry &entry, CurrentConnection &connections)
{
    if (!entry.problems.isEmpty())
        return {Outcome::Refused,
                Report::tr("%1 was left out: %2").arg(entry.label, entry.problems.join(u' '))};
    const QList<Connection> known = connections.known();
    if (isThere(entry.server, known))
        return {Outcome::Skipped, Report::tr("%1 is there already and was skipped.").arg(entry.label)};
    Connection server = entry.server;
    server.name = freeConnectionName(server.name, known);
    const Result<Connection> added = connections.add(server, {});
    if (!added)
        return {Outcome::NotSaved,
                Report::tr("%1 could not be saved: %2").arg(entry.label, added.error().sentence())};
    if (added.value().name == entry.server.name)
        return {Outcome::Added, Report::tr("%1 was added.").arg(entry.label)};
    return {
        Outcome::Renamed,
        Report::tr("%1 was added as %2, because that name was taken.").arg(entry.label, added.value().name)};
}

} // namespace

Result<QList<Line>> ConnectionImport::run(const QByteArray &document, CurrentConnection &connections)
{
    const Result<QList<ConnectionsDocument::Entry>> entries = ConnectionsDocument::read(document);
    if (!entries)
        return entries.error();
    QList<Line> lines;
    for (const ConnectionsDocument::Entry &entry : entries.value())
        lines.append(take(entry, connections));
    return lines;
}

int ConnectionImport::taken(const QList<Line> &lines)
{
    return static_cast<int>(std::count_if(lines.cbegin(), lines.cend(), [](const Line &line) {
        return line.outcome == Outcome::Added || line.outcome == Outcome::Renamed;
    }));
}
