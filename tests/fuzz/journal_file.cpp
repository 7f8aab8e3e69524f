// The journal of creations under way, as a crash or a newer program may have left it.

#include "app/storage/filejournal.h"
#include "tests/fuzz/fuzzedfile.h"
#include "tests/fuzz/property.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

namespace {

bool haveDifferentKeys(const QByteArray &journal)
{
    const QJsonArray creations =
        QJsonDocument::fromJson(journal).object().value(QStringLiteral("creations")).toArray();
    QSet<QString> keys;
    for (const QJsonValue &creation : creations)
        keys.insert(creation.toObject().value(QStringLiteral("idempotency_key")).toString());
    return keys.size() == creations.size();
}

void checkEntry(const JournalEntry &entry)
{
    mustHold(!entry.idempotencyKey.isEmpty() && entry.begunAt.isValid(), "an entry has its key and its time");
    const auto &end = entry.request.expiration.end();
    mustHold(!end || *end > entry.begunAt, "an end lies behind the click");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const FuzzedFile file(data, size);
    FileJournal journal(file.path());
    const QList<JournalEntry> entries = journal.entries();
    for (const JournalEntry &entry : entries)
        checkEntry(entry);
    mustHold(file.content() == file.bytes() || file.aside() == file.bytes(), "loading loses nothing");
    mustHold(FileJournal(file.path()).entries() == entries, "a second start reads the same");
    // Only somebody's editor writes two entries with one key.
    if (!haveDifferentKeys(file.bytes()))
        return 0;

    bool isSaved = true;
    for (const JournalEntry &entry : entries)
        isSaved = journal.keep(entry).ok() && isSaved;
    mustHold(isSaved || file.content() == file.bytes(), "a file that is left alone is as it was");
    mustHold(FileJournal(file.path()).entries() == entries, "what is kept again is read the same");
    if (!isSaved)
        return 0;
    for (const JournalEntry &entry : entries)
        mustHold(journal.drop(entry.idempotencyKey).ok(), "every entry can be dropped");
    mustHold(FileJournal(file.path()).entries().isEmpty(), "what was dropped is gone");
    return 0;
}
