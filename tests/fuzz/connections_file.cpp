// The connections file, and the same bytes as a document of connections that somebody imports.

#include "app/storage/connectionnaming.h"
#include "app/storage/fileconnectionstore.h"
#include "models/connections/connectionname.h"
#include "models/connections/connectionsdocument.h"
#include "models/connections/serveraddress.h"
#include "tests/fuzz/fuzzedfile.h"
#include "tests/fuzz/property.h"

#include <algorithm>

using Entry = ConnectionsDocument::Entry;
using Place = FileConnectionStore::Place;

namespace {

bool sameServer(const Connection &left, const Connection &right)
{
    return left.name == right.name && left.target == right.target &&
           left.policy.longestLifetimeDays == right.policy.longestLifetimeDays &&
           left.policy.unlimitedAllowed == right.policy.unlimitedAllowed;
}

bool sameKept(const Connection &left, const Connection &right)
{
    return left.key == right.key && sameServer(left, right) &&
           left.credentialSaved.isValid() == right.credentialSaved.isValid() &&
           left.credentialSaved.toSecsSinceEpoch() == right.credentialSaved.toSecsSinceEpoch();
}

bool sameKept(const QList<Connection> &left, const QList<Connection> &right)
{
    return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                      [](const Connection &one, const Connection &other) { return sameKept(one, other); });
}

void checkServers(const FileConnectionStore &store)
{
    mustHold(isConnectionKey(store.local().key), "the local workspace has a key");
    QList<Connection> before{store.local()};
    for (const Connection &server : store.servers()) {
        mustHold(server.kind == Connection::Kind::Server, "what is kept as a server is one");
        mustHold(isConnectionKey(server.key) && !before.contains(server), "each server has a key of its own");
        mustHold(freeConnectionName(server.name, before) == server.name, "each server has a name of its own");
        mustHold(!server.target.address.host().isEmpty(), "a server has an address");
        before.append(server);
    }
}

void checkFile(const FuzzedFile &file, Place place)
{
    FileConnectionStore store(file.path(), place);
    checkServers(store);
    mustHold(file.content().contains(file.bytes()) || file.aside() == file.bytes() || place == Place::Chosen,
             "loading loses nothing");
    for (const Connection &server : store.servers()) {
        // The name may be one that nobody could type; then it stays until somebody types another.
        if (!connectionNameProblem(server.name, {}).isEmpty())
            continue;
        const QList<Connection> servers = store.servers();
        if (store.update(server))
            mustHold(sameKept(store.servers(), servers), "what is kept again stays as it was");
    }
    const FileConnectionStore again(file.path(), place);
    mustHold(sameKept(again.servers(), store.servers()), "a second start reads the same");
    mustHold(store.notices().size() > 0 || again.local().key == store.local().key,
             "the local workspace keeps its key");
}

QList<Connection> usable(const QList<Entry> &entries)
{
    QList<Connection> servers;
    for (const Entry &entry : entries) {
        if (entry.problems.isEmpty())
            servers.append(entry.server);
    }
    return servers;
}

void checkDocument(const QList<Connection> &servers)
{
    const auto again = ConnectionsDocument::read(ConnectionsDocument::write(servers));
    mustHold(again.ok(), "a document that was written can be read");
    const QList<Connection> read = usable(again.value());
    mustHold(std::equal(read.begin(), read.end(), servers.begin(), servers.end(), sameServer),
             "a document written again is read the same");
}

void checkImport(FileConnectionStore &store, const QList<Connection> &servers)
{
    for (Connection server : servers) {
        mustHold(serverAddressFromText(server.target.address.toString(QUrl::FullyEncoded)).ok(),
                 "a server without a problem has an address that can be typed");
        server.name = freeConnectionName(server.name, QList<Connection>{store.local()} + store.servers());
        const auto added = store.add(server);
        mustHold(added.ok(), "a server without a problem can be added");
        mustHold(store.servers().size() > 0 && sameKept(store.servers().constLast(), added.value()),
                 "what was added is there");
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    for (const Place place : {Place::Default, Place::Chosen})
        checkFile(FuzzedFile(data, size), place);

    const auto entries = ConnectionsDocument::read(FuzzedFile(data, size).bytes());
    if (!entries)
        return 0;
    const QList<Connection> servers = usable(entries.value());
    checkDocument(servers);
    const FuzzedFile empty(nullptr, 0);
    QFile::remove(empty.path());
    FileConnectionStore store(empty.path(), Place::Default);
    checkImport(store, servers.first(std::min<qsizetype>(servers.size(), 8)));
    return 0;
}
