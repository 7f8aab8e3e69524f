#include "models/connections/connectionsdocument.h"

#include "models/connections/connectionjson.h"
#include "models/connections/connectionname.h"
#include "models/export/jsonbytes.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace {

struct Document
{
    Q_DECLARE_TR_FUNCTIONS(ConnectionsDocument)
};

constexpr int version = 1;
constexpr QLatin1StringView formatField("format");
constexpr QLatin1StringView formatName("apono-console-connections");
constexpr QLatin1StringView versionField("version");
constexpr QLatin1StringView connectionsField("connections");

constexpr qsizetype longestLabel = 80;

Error refused(const QString &sentence)
{
    return Error(ErrorKind::NotAllowed, sentence);
}

ConnectionsDocument::Entry entryFrom(const QJsonValue &value, int number)
{
    ConnectionsDocument::Entry entry;
    entry.label = Document::tr("entry %1").arg(number);
    if (!value.isObject()) {
        entry.problems.append(Document::tr("It is no connection."));
        return entry;
    }
    ConnectionJson::Read read = ConnectionJson::read(value.toObject());
    entry.server = std::move(read.server);
    entry.problems = std::move(read.problems);
    if (!entry.server.name.isEmpty())
        entry.label = entry.server.name.left(longestLabel);
    // Nothing is known here that could have the name already; what is taken gets a number later.
    if (const QString problem = connectionNameProblem(entry.server.name, {}); !problem.isEmpty())
        entry.problems.prepend(problem);
    return entry;
}

} // namespace

QByteArray ConnectionsDocument::write(const QList<Connection> &connections)
{
    QJsonArray entries;
    for (const Connection &connection : connections) {
        if (connection.kind == Connection::Kind::Local)
            continue;
        QJsonObject entry;
        ConnectionJson::write(entry, connection);
        entries.append(entry);
    }
    return jsonBytes(
        {{formatField, QString(formatName)}, {versionField, version}, {connectionsField, entries}});
}

Result<QList<ConnectionsDocument::Entry>> ConnectionsDocument::read(const QByteArray &document)
{
    const QJsonObject object =
        document.size() > largest ? QJsonObject() : QJsonDocument::fromJson(document).object();
    const QJsonValue entries = object.value(connectionsField);
    if (object.value(formatField).toString() != formatName || !entries.isArray())
        return refused(
            Document::tr("This file does not hold connections that were exported by this program."));
    if (object.value(versionField).toInt() != version)
        return refused(Document::tr("This file was written by a newer version of this program. Update the "
                                    "program to import it."));
    QList<Entry> result;
    const QJsonArray array = entries.toArray();
    for (const QJsonValue &entry : array)
        result.append(entryFrom(entry, static_cast<int>(result.size()) + 1));
    return result;
}
